/**
 * Measures synthesis, loading and checking: npm run bench. Ratios are of one run, in turns; milliseconds are this machine's.
 */
import { fleet } from './fleet';
import { loading } from './loading';
import { synthesis } from './synthesis';

process.stdout.write(`${synthesis()}\n\n${loading()}\n\n${fleet()}\n`);
