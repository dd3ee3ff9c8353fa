export { LevelCounts, levelCountOf } from './LevelCounts';
export { ServiceList } from './ServiceList';
