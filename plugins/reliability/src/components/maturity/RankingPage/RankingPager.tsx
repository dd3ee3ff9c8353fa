import IconButton from '@material-ui/core/IconButton';
import { makeStyles } from '@material-ui/core/styles';
import NextIcon from '@material-ui/icons/ChevronRight';
import PreviousIcon from '@material-ui/icons/ChevronLeft';
import FirstIcon from '@material-ui/icons/FirstPage';
import type { ReactNode } from 'react';
import { useTranslation } from '../../../hooks/useTranslation';
import { pageSizes } from '../../../utils/listAddress';
import { wholeNumber } from '../../../utils/wholeNumber';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'flex-end',
    gap: theme.spacing(0.5, 2),
    padding: theme.spacing(0.5, 1.5),
    fontSize: '0.8125rem',
    fontVariantNumeric: 'tabular-nums',
    color: theme.palette.text.secondary,
  },
  whole: { marginRight: 'auto' },
  select: {
    font: 'inherit',
    color: theme.palette.text.primary,
    backgroundColor: theme.palette.background.paper,
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 4,
    padding: '4px 6px',
  },
}));

export interface RankingPagerProps {
  page: number;
  limit: number;
  /** Items on this page, and in all. */
  shown: number;
  total: number;
  /** Absent on the last page. */
  nextCursor?: string;
  /** Whether the page before this one is known; otherwise only the first is. */
  knowsWayBack: boolean;
  onNext: (cursor: string) => void;
  onPrevious: () => void;
  onLimit: (limit: number) => void;
  /** What can be done with the whole list, at the other end. */
  whole?: ReactNode;
}

/** Which rows these are, and the way to others. */
export function RankingPager(props: RankingPagerProps) {
  const { page, limit, shown, total, nextCursor, knowsWayBack } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const before = (page - 1) * limit;
  const toFirst = page > 1 && !knowsWayBack;
  return (
    <nav className={classes.root} aria-label={t('ranking.pager.label')}>
      {props.whole && <span className={classes.whole}>{props.whole}</span>}
      <label>
        {t('ranking.pager.size')}{' '}
        <select
          className={classes.select}
          value={limit}
          onChange={event => props.onLimit(Number(event.target.value))}
        >
          {pageSizes.map(size => (
            <option key={size} value={size}>
              {size}
            </option>
          ))}
        </select>
      </label>
      <span>
        {t('ranking.pager.range', {
          from: String(shown === 0 ? 0 : before + 1),
          to: String(before + shown),
          total: wholeNumber(total),
        })}
      </span>
      <span>
        <IconButton
          size="small"
          disabled={page === 1}
          onClick={props.onPrevious}
          aria-label={t(
            toFirst ? 'ranking.pager.first' : 'ranking.pager.previous',
          )}
        >
          {toFirst ? <FirstIcon /> : <PreviousIcon />}
        </IconButton>
        <IconButton
          size="small"
          disabled={!nextCursor}
          onClick={() => nextCursor && props.onNext(nextCursor)}
          aria-label={t('ranking.pager.next')}
        >
          <NextIcon />
        </IconButton>
      </span>
    </nav>
  );
}
