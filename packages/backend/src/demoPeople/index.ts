export { demoPeopleModule as default } from './module';
