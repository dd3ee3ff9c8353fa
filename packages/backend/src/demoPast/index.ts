export { demoPastModule as default } from './module';
