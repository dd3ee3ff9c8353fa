export { demoIncidentsPlugin as default } from './plugin';
