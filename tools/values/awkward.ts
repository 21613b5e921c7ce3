/** Texts that a reader of configuration files might take for something else. */
export const AWKWARD_TEXTS: readonly string[] = [
  // quotes, comments, colons
  'plain', "it's", '"quoted"', "'quoted'", '"', "'", "''", '""', '"open', "open'", "a 'b' c", 'a "b" c', '\'"\'"\'', '\\', '\\n', 'a\\', '\\u0041', 'C:\\temp\\x',
  '#', '# comment', 'a # b', 'a#b', '#a', 'a #', 'a: b', 'a:b', 'a:', ':', ': ', ':a', 'http://host:8081/x', 'a: b: c', 'key: value # why',
  // what YAML knows
  '*', '*.jar', '&a', '&a b', '!', '!!str a', '%', '%YAML 1.2', '@', '@a', '`', '`a`', '|', '|\n a', '>', '>-', '-', '- a', '- a\n- b', '--', '---', '--- a', '...', '?', '? a',
  '{a: 1}', '{a:1}', '{}', '{', '}', '[a]', '[a, b]', '[]', '[', ']', ',', ',a', 'a, b', '<<', '=', '~', 'null', 'Null', 'NULL', 'yes', 'no', 'on', 'off', 'y', 'n',
  'true', 'True', 'TRUE', 'false', '${HOME}', '$HOME', '$(date)', '{{x}}',
  // numbers
  '0', '010', '0o10', '0x10', '0b1', '1e3', '1E3', '1.10', '1.', '.5', '-0', '+1', '-1', '1_000', '1,000', '1:30', '12:30:45', '.inf', '-.inf', '.nan', 'NaN', 'Infinity',
  '9223372036854775808', '2147483648', '0.1000000000000000055511151231257827', '1e400', '2024-01-01', '2024-01-01T00:00:00Z',
  // blanks and control characters
  '', ' ', '  ', ' a', 'a ', '\ta', 'a\t', 'a\tb', 'a  b', '\n', 'a\nb', 'a\n', '\na', 'a\n\n', '\n\n', 'a \n\n', '\n\na', 'x: y\n\n\n', '#\n\n', '\t\n\n', 'é\n\n', '\u2028\n\n', '\ufeff\n\n', 'a\x01\n\n', 'a\n\n ', '\r\n\r\n', '\x85', 'a\x85\n\n', 'a\x85\x85', '\x85\x85', 'a\r\nb', 'a\rb', 'a\n\n  b\n', '-Dx=1\n-Dy="2 3"', '\u00a0', '\u00a0a\u00a0', '\u3000a', '\u2003',
  '\0', 'a\0b', '\x01', 'a\x01', 'a\x07b', '\b', 'a\bb', '\f', 'a\fb', 'a\vb', '\x1b[1m', 'a\x1fb', 'a\x7fb', 'a\x80b', 'a\x85b', '\x85', 'a\x9fb',
  // beyond ASCII
  'größe', 'naïve café', '日本語', '\u0410\u0411', '\u202eabc', 'a\u200bb', 'a\u2028b', 'a\u2029b', '\u2028', '\ufeff', '\ufeffa', 'a\ufeffb', '\ufffd', '\ufffe', 'a\uffffb',
  '😀', 'a😀b', '\u{10ffff}', '\u{1fffe}', '\ud83d', 'a\ude00b', '\ud83dx', '\ude00\ud83d', 'e\u0301', '\u0130', 'ß',
  // what people write
  '-XX:+UseG1GC -Dfoo="a b" -Dbar=#1', '-Dlog4j.configurationFile=file:///opt/flink/conf/log4j.properties', 's3://bucket/path with blank/%20', 'jdbc:mysql://h/db?a=b&c=d#e',
  'user:p@ss#word!%&*', 'org.example.Main$Inner', '^(a|b)+$', '[a-z]+\\.example\\.com', 'a;b;c', "'a;b';c", 'a:1,b:2', '10 s', '512m', '5 \u00b5s', '100%', '\\\\server\\share', '<a href="x">',
  'x'.repeat(100_000), 'a b '.repeat(25_000).trim(), '"'.repeat(1000), 'é'.repeat(50_000), '😀'.repeat(25_000), 'line\n'.repeat(2000), `${'k:v,'.repeat(500)}k:v`,
];

/** Names that users choose, or part of such. */
export const AWKWARD_NAMES: readonly string[] = [
  'a', 'a.b', 'a-b_c', 'A.B', 'a..b', 'a.', '.a', '1', '1.20', '010', '1e3', 'true', 'False', 'null', '~', 'yes', '$a', '_a', '-a', '- a', 'a b', 'a  b', ' a', 'a ', 'a:b', 'a: b', 'a:', ':a',
  '#a', 'a#b', 'a #b', "it's", '"a"', "'a'", '[a]', '{a}', '*a', '&a', '!a', '%a', '@a', '`a`', '|', '>', '?', '? a', ',', 'a,b', 'a=b', 'a/b', 'a\tb', 'a\nb', 'a\u00a0b', 'größe', '日本語', '😀',
  'a\u2028b', '\ufeffa', 'a\x01b', '\ud83d', '', '---', '--- a', '...', '<<', '.inf', '.nan', 'x'.repeat(1000), 'x'.repeat(1022), 'x'.repeat(1023), 'x'.repeat(1024), 'x'.repeat(1025), 'x'.repeat(5000),
  `é${'x'.repeat(1020)}`, `é${'x'.repeat(1022)}`, `"${'x'.repeat(1019)}`,
];
