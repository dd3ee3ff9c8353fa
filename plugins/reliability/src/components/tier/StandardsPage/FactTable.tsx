import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles } from '@material-ui/core/styles';
import type { FactCatalogueResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { memo } from 'react';
import { useTranslation } from '../../../hooks/useTranslation';
import { durationWords } from '../../../utils/durationWords';
import { SafeMarkdown, visuallyHidden } from '../../common';
import { Rule } from '../../maturity/Rule';
import { ScrollRegion } from '../../maturity/ScrollRegion';

const useStyles = makeStyles(theme => ({
  table: { minWidth: 760 },
  head: {
    padding: theme.spacing(1),
    fontSize: '0.8125rem',
    fontWeight: 600,
    whiteSpace: 'nowrap',
    color: theme.palette.text.secondary,
  },
  cell: {
    padding: theme.spacing(0.75, 1),
    fontSize: '0.8125rem',
    lineHeight: 1.5,
    verticalAlign: 'top',
  },
  // The longest names fit on one line: broken ones cannot be read.
  key: { minWidth: 340 },
  type: { color: theme.palette.text.secondary, fontSize: '0.75rem' },
  narrow: { whiteSpace: 'nowrap' },
  caption: visuallyHidden,
}));

const columns = ['key', 'source', 'ttl', 'description'] as const;

/**
 * Name with type and unit, source, time to live and meaning of facts. Remembered, because so much markdown must
 * not be drawn anew for every key that is pressed in the search box.
 */
export const FactTable = memo(function Facts(props: {
  facts: FactCatalogueResponse['items'];
}) {
  const classes = useStyles();
  const { t } = useTranslation();
  const narrow = `${classes.cell} ${classes.narrow}`;
  return (
    <ScrollRegion label={t('standards.facts.caption')}>
      <Table size="small" className={classes.table}>
        <caption className={classes.caption}>
          {t('standards.facts.caption')}
        </caption>
        <TableHead>
          <TableRow>
            {columns.map(column => (
              <TableCell
                key={column}
                component="th"
                scope="col"
                className={classes.head}
              >
                {t(`standards.facts.${column}`)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {props.facts.map(fact => (
            <TableRow key={fact.key}>
              <TableCell
                component="th"
                scope="row"
                role="rowheader"
                className={`${classes.cell} ${classes.key}`}
              >
                <Rule text={fact.key} />
                <div className={classes.type}>
                  {[fact.type, fact.unit].filter(Boolean).join(', ')}
                </div>
              </TableCell>
              <TableCell className={narrow}>{fact.source}</TableCell>
              <TableCell className={narrow}>
                {fact.ttl
                  ? durationWords(fact.ttl)
                  : t('standards.facts.always')}
              </TableCell>
              <TableCell className={classes.cell}>
                <SafeMarkdown text={fact.description} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </ScrollRegion>
  );
});
