/** The page's style, light and dark, for screen and paper. Every colour has a sign or a word beside it. */
export const STYLE = `
:root{color-scheme:light dark;--bg:#fbfaf8;--card:#fff;--ink:#1b1b1a;--dim:#5c5a55;--line:#dcd8d0;--high:#a4161a;--high-bg:#fdeaea;--elevated:#7a4b00;--elevated-bg:#fdf1dc;--calm:#3c5a47;--calm-bg:#e9f1ec;--link:#1a4f8b;--generic:#fff0c2;--duplicate:#d9e9fb;--person:#ffd9d6;--artifact:#eadcf8;--raises:#c0392b;--lowers:#3a7d55;--heat:26,79,139}
@media (prefers-color-scheme:dark){:root{--bg:#161615;--card:#1f1f1d;--ink:#ecebe7;--dim:#a9a69e;--line:#3a3935;--high:#ff9c96;--high-bg:#43191a;--elevated:#f2c069;--elevated-bg:#3c2c0f;--calm:#a6cdb5;--calm-bg:#1e2f25;--link:#8fc0f5;--generic:#4d3f12;--duplicate:#173a5e;--person:#5c1f1d;--artifact:#41285c;--raises:#ff8a80;--lowers:#7fc79c;--heat:143,192,245}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:60rem;padding:1rem;background:var(--bg);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:anywhere}
h1{font-size:1.1rem;margin:0;letter-spacing:.02em}h2{font-size:1.45rem;line-height:1.25;margin:2rem 0 .25rem}h3{font-size:1.05rem;margin:1.5rem 0 .5rem}
p{margin:.4rem 0}a{color:var(--link)}code{font:.9em ui-monospace,Menlo,Consolas,monospace}q{font-style:normal}
.dim{color:var(--dim);font-size:.875rem}.skip{position:absolute;left:-99rem}.skip:focus{position:static}
.hidden-visually{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap;margin:0}
.notice{border-left:3px solid var(--line);padding-left:.75rem;color:var(--dim)}
.alert{border:2px solid var(--high);padding:.5rem .75rem}
.gates,.contents,.reasons{padding-left:1.25rem;margin:.5rem 0}.gates{list-style:none;padding-left:0}
.badge{display:inline-block;white-space:nowrap;padding:0 .5em;border-radius:.3em;font-size:.875rem;background:var(--calm-bg);color:var(--calm)}
.badge.high{background:var(--high-bg);color:var(--high);font-weight:600}.badge.elevated{background:var(--elevated-bg);color:var(--elevated);font-weight:600}.badge.insufficient{background:none;color:var(--dim);padding:0}
.tag{font-size:.8rem;border:1px solid var(--line);border-radius:.3em;padding:0 .4em;color:var(--dim)}
.verdict{background:var(--card);border:1px solid var(--line);border-left:.4rem solid var(--line);border-radius:.4rem;padding:.5rem 1rem;margin:.75rem 0}
.verdict.high{border-left-color:var(--high)}.verdict.elevated{border-left-color:var(--elevated)}
.lead{font-size:1.05rem}.row{display:flex;flex-wrap:wrap;gap:.25rem .75rem;align-items:center;font-size:.9rem}.label{min-width:7.5rem;color:var(--dim)}
svg.bar{width:8rem;height:.55rem;flex:none}svg .track{fill:var(--line)}svg .fill{fill:var(--ink)}svg .interval{fill:var(--raises);opacity:.55}
svg.stack .high{fill:var(--high)}svg.stack .elevated{fill:var(--elevated);opacity:.75}svg.stack .ordinary{fill:var(--calm);opacity:.45}svg.stack .insufficient{fill:var(--line)}
.reasons li{margin:.3rem 0}.stripline{display:block}svg.strip{width:min(22rem,100%);height:.9rem}svg .whisker{fill:var(--dim)}svg .box{fill:var(--calm);opacity:.45}svg .median{fill:var(--ink)}svg .here{fill:var(--raises)}
details{margin:.4rem 0}summary{cursor:pointer;color:var(--link);font-size:.9rem;width:fit-content;padding:.1rem 0}
.article .text{max-width:45rem}.text{white-space:pre-wrap;margin:.4rem 0}
ol.comments{list-style:none;padding:0;margin:0}
.comment{background:var(--card);border:1px solid var(--line);border-left:.3rem solid var(--line);border-radius:.4rem;padding:.5rem .9rem;margin:.6rem 0;content-visibility:auto;contain-intrinsic-size:auto 11rem}
.thread[hidden]{display:none}.comment.high{border-left-color:var(--high)}.comment.elevated{border-left-color:var(--elevated)}
.comment:target{outline:2px solid var(--link);outline-offset:2px}
.comments:not(.ranked) .d1{margin-left:1.5rem}.comments:not(.ranked) .d2{margin-left:3rem}.comments:not(.ranked) .d3{margin-left:4.5rem}.comments:not(.ranked) .d4{margin-left:6rem}.comments:not(.ranked) .d5{margin-left:7.5rem}.comments:not(.ranked) .d6{margin-left:9rem}
.head{display:flex;flex-wrap:wrap;gap:.15rem .6rem;align-items:baseline}.score{display:inline-flex;gap:.4rem;align-items:center}.score svg.bar{width:4.5rem}.figure{font-variant-numeric:tabular-nums;font-weight:600}
.comment.high .fill{fill:var(--high)}.comment.elevated .fill{fill:var(--elevated)}
.id{font-size:.875rem}
mark{color:inherit;background:var(--generic);border-bottom:2px dotted currentColor;position:relative;border-radius:2px}
mark.impersonation{background:var(--person);border-bottom-style:solid}mark.near-duplicate{background:var(--duplicate);border-bottom-style:dashed}mark.artifact{background:var(--artifact);border-bottom-style:double}mark.lowers{background:var(--calm-bg);border-bottom:0}
mark:hover::after,mark:focus::after{content:attr(data-reason);position:absolute;left:0;top:100%;z-index:2;width:max-content;max-width:min(20rem,80vw);padding:.35rem .6rem;background:var(--ink);color:var(--bg);font-size:.85rem;line-height:1.35;white-space:normal;border-radius:.3rem}
mark:focus,a:focus-visible,summary:focus-visible,input:focus-visible,select:focus-visible{outline:2px solid var(--link);outline-offset:2px}
.comment:hover,.comment:focus-within{content-visibility:visible}
table.waterfall{border-collapse:collapse;width:100%;font-size:.9rem}.waterfall th{text-align:left;font-weight:400;color:var(--dim);font-size:.8rem}.waterfall td,.waterfall th{padding:.15rem .5rem .15rem 0;vertical-align:top}.waterfall .num,.waterfall th:first-child{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
.waterfall .chart{width:28%;min-width:5rem}svg.step{width:100%;height:.8rem}svg .raises{fill:var(--raises)}svg .lowers{fill:var(--lowers)}svg .zero{fill:var(--dim)}.total td{border-top:1px solid var(--line);font-weight:600}
.family{border-top:1px solid var(--line);padding:.4rem 0}.members{display:grid;grid-template-columns:repeat(auto-fit,minmax(16rem,1fr));gap:.6rem}.member{background:var(--card);border:1px solid var(--line);border-radius:.4rem;padding:.4rem .7rem}
.slot{background:var(--duplicate);border-bottom:2px dashed currentColor;border-radius:2px}
.likeness svg{max-width:100%;height:auto}svg.heat text{font-size:8px;fill:var(--dim)}.heat0{fill:var(--line);opacity:.35}.heat1{fill:rgba(var(--heat),.15)}.heat2{fill:rgba(var(--heat),.3)}.heat3{fill:rgba(var(--heat),.45)}.heat4{fill:rgba(var(--heat),.62)}.heat5{fill:rgba(var(--heat),.8)}.heat6{fill:rgb(var(--heat))}
.controls{position:sticky;top:0;z-index:3;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;align-items:center;background:var(--bg);border-bottom:1px solid var(--line);padding:.4rem 0;font-size:.9rem}.controls[hidden]{display:none}
fieldset{border:0;padding:0;margin:0}legend{float:left;padding:0;margin-right:.5rem;color:var(--dim)}select{max-width:14rem;font:inherit;color:inherit;background:var(--card);border:1px solid var(--line)}
.thread,.comment{scroll-margin-top:6rem}
@media (max-width:36rem){body{padding:.6rem;font-size:15px}.controls{position:static}.comment{padding:.4rem .6rem}.label{min-width:100%}.comments:not(.ranked) .comment{margin-left:0}.comments:not(.ranked) .comment:not(.d0){border-left-style:double}.waterfall .chart{min-width:3.5rem;width:20%}.thread,.comment{scroll-margin-top:0}}
@media print{body{max-width:none;background:#fff;color:#000}.controls,.skip{display:none!important}.comment{content-visibility:visible;break-inside:avoid}details::details-content{content-visibility:visible;block-size:auto}mark{background:none}}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
`;
