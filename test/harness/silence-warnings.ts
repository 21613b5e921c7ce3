/** Warnings of clusters that a test only happens to synthesize go to stderr, where nobody asked for them. A test of warnings spies on it. */
const { write } = process.stderr;
process.stderr.write = (text: unknown, ...rest: any[]): boolean => /^\[\S+\] warning: /.test(String(text)) || write.call(process.stderr, text as string, ...rest);

// All tests of a worker share one stderr.
afterAll(() => {
  process.stderr.write = write;
});
