export { demoFactsPlugin as default } from './plugin';
