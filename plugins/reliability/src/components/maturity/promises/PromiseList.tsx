import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import { useTranslation } from '../../../hooks/useTranslation';
import type { useMorePages } from '../../../hooks/useMorePages';
import { Async, errorText } from '../../async';
import { SmallButton, TimeAgo } from '../../common';
import { wholeNumber } from '../../../utils/wholeNumber';

const useStyles = makeStyles(theme => ({
  list: {
    ...theme.typography.body2,
    margin: 0,
    padding: 0,
    listStyle: 'none',
    '& > li': {
      padding: theme.spacing(1.25, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
    },
  },
  refreshing: { opacity: 0.6, transition: 'opacity 200ms 200ms' },
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 2),
    marginTop: theme.spacing(1),
    color: theme.palette.text.secondary,
  },
}));

interface Item {
  service: { entityRef: string };
}

interface Page {
  items: Item[];
  totalItems: number;
  computedAt: string | null;
}

/** One of the three lists, with a way to more of it; each loads and fails by itself. */
export function PromiseList<T extends Item, P extends Page>(props: {
  pages: Pick<
    ReturnType<typeof useMorePages<T, P & { items: T[] }>>,
    'first' | 'items' | 'hasMore' | 'loadMore' | 'moreState'
  >;
  label: string;
  none: string;
  row: (item: T) => ReactNode;
}) {
  const { pages, label, none, row } = props;
  const { items, moreState } = pages;
  const classes = useStyles();
  const { t } = useTranslation();
  return (
    <Async state={pages.first} dense>
      {({ totalItems, computedAt }, refreshing) =>
        items.length === 0 ? (
          <Typography variant="body2">
            {computedAt === null ? t('promises.notComputed') : none}
          </Typography>
        ) : (
          <div aria-busy={refreshing}>
            <ul
              className={`${classes.list} ${
                refreshing ? classes.refreshing : ''
              }`}
              aria-label={label}
            >
              {items.map(item => (
                <li key={item.service.entityRef}>{row(item)}</li>
              ))}
            </ul>
            <Typography
              variant="body2"
              component="div"
              className={classes.foot}
            >
              {t('promises.shown', {
                shown: String(items.length),
                total: wholeNumber(totalItems),
              })}
              {computedAt && (
                <span>
                  {t('promises.computed')} <TimeAgo at={computedAt} />
                </span>
              )}
              {pages.hasMore && (
                <SmallButton
                  disabled={moreState.kind === 'running'}
                  onClick={pages.loadMore}
                >
                  {t('promises.more')}
                </SmallButton>
              )}
              <span role="alert">
                {moreState.kind === 'failed' &&
                  t('promises.moreFailed', {
                    message: errorText(moreState.error),
                  })}
              </span>
            </Typography>
          </div>
        )
      }
    </Async>
  );
}
