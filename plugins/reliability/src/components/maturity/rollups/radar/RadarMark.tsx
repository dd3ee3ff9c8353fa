/** The mark of a shape, at its corners and in the legend. */
export function RadarMark(props: {
  mark: 'circle' | 'square' | 'triangle';
  color: string;
  x: number;
  y: number;
}) {
  const { mark, color, x, y } = props;
  switch (mark) {
    case 'square':
      return <rect x={x - 3.5} y={y - 3.5} width={7} height={7} fill={color} />;
    case 'triangle':
      return <path d={`M${x},${y - 4.5}l4.5,8h-9z`} fill={color} />;
    default:
      return <circle cx={x} cy={y} r={3} fill={color} />;
  }
}
