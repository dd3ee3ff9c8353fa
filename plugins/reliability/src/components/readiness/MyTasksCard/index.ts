export { MyTasksCard } from './MyTasksCard';
