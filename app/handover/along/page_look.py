"""How data/index.html looks: one sheet of style in the page itself, light and dark, on paper too."""

STYLE = """
:root{--paper:#f7f5f0;--card:#fff;--desk:#e6e2d8;
--ink:#1f2a37;--muted:#5b6472;--line:#d9d5ca;--accent:#0b5c6b;--info:#e3eef1}
@media (prefers-color-scheme:dark){:root{--paper:#14181d;--card:#1b2027;--desk:#0e1115;
--ink:#e6e9ee;--muted:#a3acb8;--line:#2f3741;--accent:#7fd1de;--info:#17323a}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);
font:15px/1.45 "Noto Sans","Segoe UI",system-ui,sans-serif;overflow-wrap:anywhere}
main{max-width:60rem;margin:0 auto;padding:24px 20px 48px}
h1{font-size:24px;line-height:32px;margin:4px 0}
h2{font-size:18px;line-height:24px;margin:32px 0 12px}
h3{font-size:15px;line-height:21px;margin:0 0 8px}
p{margin:0 0 12px;max-width:44rem;white-space:pre-line}
a{color:var(--accent)}
a:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.quiet{color:var(--muted)}
.card{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:16px;margin:0 0 16px}
.said{background:var(--info)}
.picture{background:var(--desk);border-radius:8px;padding:12px;margin:0 0 12px;text-align:center}
.picture video{max-width:100%}
.picture img{max-width:100%;max-height:80vh;height:auto;border:1px solid var(--line);background:#fff}
dl{display:grid;grid-template-columns:minmax(8rem,14rem) 1fr;gap:4px 16px;margin:0 0 12px}
dt{color:var(--muted)}
dd{margin:0;white-space:pre-line}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:6px 12px 6px 0;border-bottom:1px solid var(--line)}
th{color:var(--muted);font-size:13px}
code{font:13px/1.4 "Noto Sans Mono",Consolas,monospace}
ul,ol{margin:0 0 12px;padding-left:1.4rem}
@media (max-width:36rem){dl{grid-template-columns:1fr}dd{margin:0 0 8px}}
@media print{:root{--paper:#fff;--card:#fff;--desk:#fff}.card{break-inside:avoid-page}.picture img{max-height:220mm}}
"""
