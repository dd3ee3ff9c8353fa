export { demoProgrammePlugin as default } from './plugin';
