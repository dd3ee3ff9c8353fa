export { OncallView } from './OncallView';
