export { RankingPage } from './RankingPage';
