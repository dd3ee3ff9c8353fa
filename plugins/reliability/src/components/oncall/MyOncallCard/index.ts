export { MyOncallCard } from './MyOncallCard';
