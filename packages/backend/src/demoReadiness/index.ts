export { demoReadinessPlugin as default } from './plugin';
