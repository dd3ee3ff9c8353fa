export { demoTemplatesModule as default } from './module';
