import { Link } from '@backstage/core-components';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import type {
  HeatColumn,
  HeatmapResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { memo } from 'react';
import { useNavigate } from 'react-router-dom';
import type { GridCell } from '../../../../hooks/rollups/useGridFocus';
import { useTranslation } from '../../../../hooks/useTranslation';
import { LevelGlyph, visuallyHidden } from '../../../common';
import { heatStyle, heatText, textGround } from './HeatFill';
import { useHeatWords } from './useHeatWords';

const useStyles = makeStyles(theme => ({
  service: {
    position: 'sticky',
    left: 0,
    zIndex: 1,
    width: 200,
    minWidth: 200,
    maxWidth: 200,
    padding: theme.spacing(0.25, 1, 0.25, 0),
    fontWeight: 400,
    textAlign: 'left',
    backgroundColor: theme.palette.background.paper,
    [theme.breakpoints.down('xs')]: {
      width: 132,
      minWidth: 132,
      maxWidth: 132,
    },
  },
  name: { display: 'flex', alignItems: 'center', gap: 6, minWidth: 0 },
  link: {
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  hidden: visuallyHidden,
  cell: {
    height: 28,
    padding: 0,
    borderRadius: 3,
    textAlign: 'center',
    color: theme.palette.text.primary,
    cursor: 'pointer',
    scrollMarginLeft: 230,
    scrollMarginTop: 270,
    '&:focus': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: -1,
    },
  },
}));

export interface HeatRowProps {
  row: number;
  service: HeatmapResponse['items'][number];
  /** In the order shown, each with its place in the answer. */
  columns: readonly { column: HeatColumn; at: number }[];
  levels: number;
  /** The column that Tab reaches, where it is in this row. */
  tabColumn?: number;
  link: string;
  onShow: (text: string, cell: GridCell) => void;
}

/** One service over the columns. */
export const HeatRow = memo(function HeatRowOf(props: HeatRowProps) {
  const { row, service, columns, levels, tabColumn, link, onShow } = props;
  const classes = useStyles();
  const theme = useTheme();
  const navigate = useNavigate();
  const { cellOf } = useHeatWords();
  const { t } = useTranslation();
  const { title, level } = service;
  const levelName = level.index < 0 ? t('common.level.none') : level.name;
  return (
    <tr>
      <th scope="row" className={classes.service}>
        <span
          className={classes.name}
          title={t('rollups.map.serviceLevel', {
            service: title,
            level: levelName,
          })}
        >
          <LevelGlyph index={level.index} total={levels} />
          <Link
            to={link}
            className={classes.link}
            tabIndex={tabColumn === 0 ? 0 : -1}
            data-row={row}
            data-column={0}
            onFocus={() => onShow(title, { row, column: 0 })}
          >
            {title}
          </Link>
          <span className={classes.hidden}>{levelName}</span>
        </span>
      </th>
      {columns.map(({ column, at }, index) => {
        const cell = service.cells[at];
        const words = cellOf(title, column, cell);
        const show = () => onShow(words, { row, column: index + 1 });
        return (
          <td
            key={column.id}
            role="gridcell"
            className={classes.cell}
            style={heatStyle(cell, theme)}
            title={words}
            aria-label={words}
            tabIndex={tabColumn === index + 1 ? 0 : -1}
            data-row={row}
            data-column={index + 1}
            onFocus={show}
            onClick={() => navigate(link)}
            onKeyDown={event => {
              if (event.key === 'Enter') navigate(link);
            }}
          >
            <span style={textGround(cell, theme)}>{heatText(cell)}</span>
          </td>
        );
      })}
    </tr>
  );
});
