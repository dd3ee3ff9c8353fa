// The entry scripts import only this statically. It must parse and link on an old Node, or its user
// sees a SyntaxError where one line was promised.

// Backstage loads ES modules with require(), which Node does without a flag from these versions on.
const SUPPORTED = [
  { major: 20, minor: 19 },
  { major: 22, minor: 12 },
  { major: 24, minor: 0 },
];

/** One line that says what to do, or undefined when this Node will do. */
export function explainNode(version) {
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number);
  const line = SUPPORTED.find(entry => entry.major === major);
  if (!line) {
    return `Plimsoll needs Node.js 20, 22 or 24, and this is ${version}: install one of them and try again.`;
  }
  if (minor < line.minor) {
    return `Plimsoll needs Node.js ${major}.${line.minor} or a later ${major}.x, and this is ${version}: update it and try again.`;
  }
  return undefined;
}

export function requireNode() {
  const explanation = explainNode(process.version);
  if (explanation) {
    console.error(explanation);
    process.exit(1);
  }
}
