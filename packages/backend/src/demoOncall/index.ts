export { demoOncallPlugin as default } from './plugin';
