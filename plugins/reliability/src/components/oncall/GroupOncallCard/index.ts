export { GroupOncallCard } from './GroupOncallCard';
