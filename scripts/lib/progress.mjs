const STEPS = [
  { marker: 'Resolution step', text: '1/3 resolve' },
  { marker: 'Fetch step', text: '2/3 fetch' },
  { marker: 'Link step', text: '3/3 link and compile' },
];

/** A line that says what takes so long: rewritten in place on a terminal, repeated now and then in a log. */
export function progressLine(out, { everyMs, first }) {
  const started = Date.now();
  const tty = Boolean(out.isTTY);
  let text = first;
  const show = () => {
    const seconds = Math.round((Date.now() - started) / 1000);
    out.write(
      tty ? `\r  ${text} ${seconds}s\x1b[K` : `  ${text} ${seconds}s\n`,
    );
  };
  show();
  const timer = setInterval(show, tty ? 1000 : everyMs);
  return {
    say(next) {
      if (next !== text) {
        text = next;
        show();
      }
    },
    /** Makes room for other output; the line comes back by itself. */
    clear() {
      if (tty) {
        out.write('\r\x1b[K');
      }
    },
    stop(last) {
      clearInterval(timer);
      if (last) {
        text = last;
        show();
      }
      if (tty) {
        out.write(last ? '\n' : '\r\x1b[K');
      }
    },
  };
}

/** Follows Yarn's output. */
export function installProgress(out) {
  const line = progressLine(out, { everyMs: 30000, first: 'get Yarn' });
  return {
    read(output) {
      const step = STEPS.filter(({ marker }) => output.includes(marker)).pop();
      if (step) {
        line.say(step.text);
      }
    },
    stop: ok => line.stop(ok ? 'installed in' : 'failed after'),
  };
}
