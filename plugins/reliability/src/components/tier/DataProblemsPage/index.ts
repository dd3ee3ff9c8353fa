export { DataProblemsPage } from './DataProblemsPage';
