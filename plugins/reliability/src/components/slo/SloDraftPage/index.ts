export { SloDraftPage } from './SloDraftPage';
