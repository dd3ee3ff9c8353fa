import Tooltip from '@material-ui/core/Tooltip';
import { makeStyles } from '@material-ui/core/styles';
import type { RankedServiceItem } from '@plimsoll/backstage-plugin-reliability-common';
import { useState } from 'react';
import { useTranslation } from '../../hooks/useTranslation';
import { visuallyHidden } from './visuallyHidden';

type Reasons = RankedServiceItem['attention'];

const useStyles = makeStyles(theme => ({
  root: { display: 'flex', alignItems: 'baseline', gap: 6, minWidth: 0 },
  text: {
    overflow: 'hidden',
    display: '-webkit-box',
    WebkitLineClamp: 2,
    WebkitBoxOrient: 'vertical',
  },
  more: {
    flex: 'none',
    minWidth: 28,
    minHeight: 24,
    padding: '0 6px',
    font: 'inherit',
    fontSize: '0.75rem',
    color: 'inherit',
    cursor: 'pointer',
    backgroundColor: 'transparent',
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 12,
  },
  none: { color: theme.palette.text.secondary },
  list: { margin: 0, paddingLeft: theme.spacing(2) },
  hidden: visuallyHidden,
}));

/** The first reason to look at a service, and how many more there are. */
export function AttentionReasons({ reasons }: { reasons: Reasons }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const [first, ...others] = reasons;
  if (!first) {
    return (
      <span className={classes.none}>
        <span aria-hidden="true">–</span>
        <span className={classes.hidden}>{t('ranking.table.noAttention')}</span>
      </span>
    );
  }
  return (
    <span className={classes.root}>
      <span className={classes.text} title={first.text}>
        {first.text}
      </span>
      {others.length > 0 && <MoreReasons reasons={others} />}
    </span>
  );
}

/** Opens on hover, on focus and, for fingers, on a tap. */
function MoreReasons({ reasons }: { reasons: Reasons }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const number = String(reasons.length);
  return (
    <Tooltip
      open={open}
      onOpen={() => setOpen(true)}
      onClose={() => setOpen(false)}
      title={
        <ul className={classes.list}>
          {reasons.map(({ kind, text }) => (
            <li key={kind + text}>{text}</li>
          ))}
        </ul>
      }
    >
      <button
        type="button"
        className={classes.more}
        onClick={() => setOpen(true)}
        aria-label={t('ranking.attention.moreLabel', {
          number,
          reasons: reasons.map(({ text }) => text).join('; '),
        })}
      >
        {t('ranking.attention.more', { number })}
      </button>
    </Tooltip>
  );
}
