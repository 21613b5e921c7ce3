/**
 * Where a cluster runs, as far as a feature must know: what it may rely on, and what somebody else already does.
 */
export class Platform {
  /** Kubernetes, with pods whose arguments and configuration we write ourselves. */
  public static readonly KUBERNETES = new Platform('Kubernetes', true, false);

  /** Kubernetes, with Flink's own Kubernetes client at work: it gives the cluster its id, its addresses and its fixed ports. */
  public static readonly NATIVE_KUBERNETES = new Platform('native Kubernetes', true, true);

  /** Hadoop YARN: there are no pods, no image and no Kubernetes API. */
  public static readonly YARN = new Platform('YARN', false, true);

  private constructor(
    /** How messages call it. */
    public readonly title: string,
    /** Whether there are pods and a Kubernetes API. */
    public readonly hasKubernetes: boolean,
    /** Whether Flink (or who starts it) sets cluster id, namespace and addresses; a feature must then leave them alone. */
    public readonly assignsIdentity: boolean,
  ) {}

  /** How messages call it. */
  public toString(): string {
    return this.title;
  }
}
