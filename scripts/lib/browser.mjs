import fs from 'node:fs';
import path from 'node:path';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];

function candidates() {
  const { env, platform } = process;
  if (platform === 'win32') {
    const folders = [
      env.ProgramFiles,
      env['ProgramFiles(x86)'],
      env.LOCALAPPDATA,
    ];
    return folders
      .filter(Boolean)
      .flatMap(folder => [
        path.join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
        path.join(folder, 'Chromium', 'Application', 'chrome.exe'),
      ]);
  }
  if (platform === 'darwin') {
    return [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ];
  }
  const folders = ['/usr/bin', ...(env.PATH || '').split(path.delimiter)];
  return NAMES.flatMap(name => folders.map(folder => path.join(folder, name)));
}

/** `{ executable }`, or `{ reason }` when there is no browser for the journey. */
export function findBrowser() {
  const wanted = process.env.CHROMIUM_PATH;
  if (wanted) {
    return fs.existsSync(wanted)
      ? { executable: wanted }
      : { reason: `CHROMIUM_PATH names ${wanted}, which does not exist` };
  }
  const executable = candidates().find(file => fs.existsSync(file));
  return executable
    ? { executable }
    : {
        reason: 'no Chromium or Chrome found; install one or set CHROMIUM_PATH',
      };
}
