import { CONFIGURATION } from './configuration';
import { IMAGE_AND_VERSION } from './image-and-version';
import { JOBS } from './jobs';
import { NAMES_AND_PROPS } from './names-and-props';
import { NETWORK } from './network';
import { OBSERVABILITY } from './observability';
import { OWN_FEATURES } from './own-features';
import { PODS } from './pods';
import { PROCESSES } from './processes';
import { SECURITY } from './security';
import { STORAGE_AND_STATE } from './storage-and-state';
import { SYSTEMS } from './systems';
import { Area } from '../example';

/** One example of every finding, in the order of docs/findings.md. */
export const AREAS: Area[] = [
  NAMES_AND_PROPS, IMAGE_AND_VERSION, CONFIGURATION, STORAGE_AND_STATE, JOBS, PROCESSES, PODS, NETWORK, OBSERVABILITY, SECURITY, OWN_FEATURES, SYSTEMS,
];
