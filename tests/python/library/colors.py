"""`colorsys`: there and back."""

import colorsys

parts = (0.0, 0.1, 0.25, 1 / 3, 0.5, 0.75, 1.0)
for r in parts:
    for g in parts:
        for b in parts:
            hls = colorsys.rgb_to_hls(r, g, b)
            hsv = colorsys.rgb_to_hsv(r, g, b)
            yiq = colorsys.rgb_to_yiq(r, g, b)
            print(hls, hsv, yiq, colorsys.hls_to_rgb(*hls), colorsys.hsv_to_rgb(*hsv), colorsys.yiq_to_rgb(*yiq))
print(
    colorsys.hsv_to_rgb(1.5, 0.5, 0.5),
    colorsys.hls_to_rgb(-0.2, 0.4, 0.9),
    colorsys.yiq_to_rgb(1.0, 1.0, 1.0),
    colorsys.yiq_to_rgb(0, -1, -1),
)
