/** Numbers that look random and are the same on every run: the minimal standard generator of Park and Miller. */
export class Random {
  private state: number;

  public constructor(seed: number) {
    this.state = seed % 2147483646 + 1;
    for (let i = 0; i < 8; i++) this.next();
  }

  /** From 0 up to, but not, 1. */
  public next(): number {
    this.state = this.state * 48271 % 2147483647;
    return (this.state - 1) / 2147483646;
  }

  /** A whole number from `least` to `most`. */
  public whole(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  public chance(probability: number): boolean {
    return this.next() < probability;
  }

  public pick<T>(choices: readonly T[]): T {
    return choices[Math.floor(this.next() * choices.length)];
  }

  /** A whole number of up to so many bits, small ones as likely as large ones. */
  public bits(most: number): bigint {
    const bits = this.whole(1, most);
    let result = 1n;
    for (let i = 1; i < bits; i++) result = result * 2n + (this.chance(0.5) ? 1n : 0n);
    return result;
  }
}
