export { demoSlosPlugin as default } from './plugin';
