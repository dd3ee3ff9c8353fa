import IconButton from '@material-ui/core/IconButton';
import { makeStyles } from '@material-ui/core/styles';
import NextIcon from '@material-ui/icons/ChevronRight';
import PreviousIcon from '@material-ui/icons/ChevronLeft';
import FirstIcon from '@material-ui/icons/FirstPage';
import type { ReactNode } from 'react';
import type { ListAddress } from '../../hooks/useListAddress';
import { useTranslation } from '../../hooks/useTranslation';
import { pageSizes } from '../../utils/listAddress';
import { wholeNumber } from '../../utils/wholeNumber';

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

/** What the address of a list says about its page, and the ways to others. */
export type PageAddress = Omit<
  ListAddress<{ page: number; limit: number }>,
  'change'
> & { change: (patch: { limit: number }) => void };

export interface ListPagerProps {
  /** What is on this page, and how many there are in all; no cursor on the last page. */
  page: { items: readonly unknown[]; totalItems: number; nextCursor?: string };
  address: PageAddress;
  /** What can be done with the whole list, at the other end. */
  whole?: ReactNode;
}

/** Which rows these are, and the way to others. */
export function ListPager({ page, address, whole }: ListPagerProps) {
  const { params, change, next, previous, knowsWayBack } = address;
  const { items, totalItems, nextCursor } = page;
  const classes = useStyles();
  const { t } = useTranslation();
  const before = (params.page - 1) * params.limit;
  const toFirst = params.page > 1 && !knowsWayBack;
  return (
    <nav className={classes.root} aria-label={t('ranking.pager.label')}>
      {whole && <span className={classes.whole}>{whole}</span>}
      <label>
        {t('ranking.pager.size')}{' '}
        <select
          className={classes.select}
          value={params.limit}
          onChange={event => change({ limit: Number(event.target.value) })}
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
          from: String(items.length === 0 ? 0 : before + 1),
          to: String(before + items.length),
          total: wholeNumber(totalItems),
        })}
      </span>
      <span>
        <IconButton
          size="small"
          disabled={params.page === 1}
          onClick={previous}
          aria-label={t(
            toFirst ? 'ranking.pager.first' : 'ranking.pager.previous',
          )}
        >
          {toFirst ? <FirstIcon /> : <PreviousIcon />}
        </IconButton>
        <IconButton
          size="small"
          disabled={!nextCursor}
          onClick={() => nextCursor && next(nextCursor)}
          aria-label={t('ranking.pager.next')}
        >
          <NextIcon />
        </IconButton>
      </span>
    </nav>
  );
}
