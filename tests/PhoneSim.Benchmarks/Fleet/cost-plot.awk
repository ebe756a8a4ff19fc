#!/usr/bin/awk -f
# CPU per boot against the number of phones, from cost.csv (phones,first,reset) to an SVG that reads on light and dark pages.
BEGIN { FS = ","; width = 640; height = 320; left = 60; bottom = 270; top = 30; right = 600 }
NR > 1 { n[++rows] = $1; first[rows] = $2; reset[rows] = $3; if ($2 > most) most = $2; if ($3 > most) most = $3 }
function x(phones) { return left + (log(phones) - log(n[1])) / (log(n[rows]) - log(n[1])) * (right - left) }
function y(us) { return bottom - us / ceiling * (bottom - top) }
# other: the other curve, whose values must not lie under these; row: of the legend
function curve(values, colour, name, other, row,   i) {
  printf "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"2\" points=\"", colour
  for (i = 1; i <= rows; i++) printf "%.1f,%.1f ", x(n[i]), y(values[i])
  print "\"/>"
  for (i = 1; i <= rows; i++) printf "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/><text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">%.0f</text>\n", x(n[i]), y(values[i]), colour, x(n[i]), y(values[i]) + (values[i] >= other[i] ? -8 : 18), values[i]
  printf "<text x=\"%d\" y=\"%.1f\" fill=\"%s\">%s</text>\n", left + 20, bottom - 40 + 16 * row, colour, name
}
END {
  step = most > 1000 ? 500 : 250
  ceiling = (int(most / step) + 1) * step
  printf "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\" fill=\"#888\">\n<title>CPU per boot against the number of phones</title>\n", width, height
  for (us = 0; us <= ceiling; us += step) printf "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#888\" stroke-opacity=\".3\"/><text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%d us</text>\n", left, right, y(us), y(us), left - 6, y(us) + 4, us
  for (i = 1; i <= rows; i++) printf "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%d</text>\n", x(n[i]), bottom + 18, n[i]
  printf "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">phones (logarithmic)</text>\n", (left + right) / 2, bottom + 38
  curve(first, "#3b82c4", "first boot", reset, 0)
  curve(reset, "#d97b29", "reset, nothing changed", first, 1)
  print "</svg>"
}
