//! Steps that give nothing new right after others.

/// Steps that need not be taken on what others give: shorter walks give the same. A grid's content has the parts of the
/// grid, parts on their canvas stacked are the grid, what commutes with a reflection is taken before it.
///
/// Each row has steps that come first, and those not to take after them; `K` stands for every colour. In walks from the
/// inputs of all training tasks no more than one in a thousand of these was the first to give its value.
pub(super) const REDUNDANT: &[(&str, &str)] = &[
    (
        "parts(I, T, T); parts(I, F, T); parts(I, T, F); parts(I, F, F)",
        "stack(I); apply(content, I); mostcommon(I); leastcommon(I); unshared(I); nested(I); oddone(I); \
         stack(order(I, frametop)); argmin(I, frametop); argmin(I, cellcount); oddby(I, huecount); \
         oddby(I, partcount); argmax(I, cellcount)",
    ),
    (
        "vmirror(I); hmirror(I); dmirror(I); rot90(I)",
        "sink(I, DOWN); flood(I); sink(I, RIGHT); sink(I, UP); sink(I, LEFT); surroundings(I); unlegend(I); \
         outer(I, I); smoothed(I); upscale(I, THREE); upscale(I, TWO); summary(I); thinned(I); rot90(I); \
         dmirror(I); ungrid(I); unspaced(I); link(I, UNITY); hmirror(I); link(I, UP_RIGHT); rim(I, T); \
         fall(I, UP); commoncell(I); smear(I, NEG_UNITY); tintedouter(I, I); core(I, T); fall(I, LEFT); \
         outer(I, negative(I)); outer(negative(I), I); vmirror(I); tintedouter(I, negative(I)); fall(I, RIGHT); \
         smear(I, UNITY); vconcat(I, I); smear(I, DOWN_LEFT); smear(I, UP_RIGHT); upscale(I, FOUR); \
         replace(I, K, ZERO); grounded(I); hconcat(I, I); rarecell(I); vconcat(I, hmirror(I)); cmirror(I); \
         rot270(I); condensed(I); hupscale(I, TWO); argmax(parts(I, F, T), cellcount); vupscale(I, TWO)",
    ),
    (
        "content(I)",
        "cutparts(I, T, T); content(I); windows(I, F, T); backdrops(I); cutparts(I, F, T); windows(I, T, T); \
         rim(I, F); link(I, RIGHT); link(I, DOWN); vmirror(I); dmirror(I); hmirror(I); cutparts(I, T, F); \
         commoncell(I); rot90(I); boxes(I); windows(I, T, F); overlay(holes(I), I); bands(I); link(I, UP_RIGHT); \
         upscale(I, THREE); upscale(I, TWO); cutparts(I, F, F); thinned(I); windows(I, F, F); unspaced(I); \
         insides(I); rim(I, T); link(I, UNITY); vertices(I); condensed(argmax(cutparts(I, F, T), cellcount)); \
         cmirror(I); trim(I); rarecell(I); rot270(I); rot180(I)",
    ),
    (
        "layers(I)",
        "stack(I); argmax(I, cellcount); leastcommon(I); unshared(I); apply(dmirror, I); apply(vmirror, I); \
         argmax(I, huecount); nested(I); apply(hmirror, I); minima(I, huecount); maxima(I, huecount); oddone(I); \
         commonby(I, inkindex); oddby(I, huecount); oddby(I, inkindex); apply(rot180, I); oddby(I, cellcount); \
         argmin(I, huecount); stack(order(I, huecount)); nonmaxima(I, huecount); commonby(I, huecount); \
         oddby(I, frameheight); oddby(I, framearea); oddby(I, gapcount)",
    ),
    (
        "smear(I, UP); smear(I, DOWN); smear(I, LEFT); smear(I, RIGHT)",
        "windows(I, F, T); holes(I); parts(I, F, F); unlegend(I); cavities(I); upscale(I, THREE); \
         windows(I, F, F); cutparts(I, F, F); rot90(I); dmirror(I); vmirror(I); upscale(I, TWO); hmirror(I); \
         overlay(holes(I), I); rot270(I); upscale(I, FOUR); cmirror(I); rot180(I)",
    ),
    (
        "keepcolor(I, K)",
        "denoised(I); flood(I); unlegend(I); vmirror(I); hmirror(I); upscale(I, THREE); dmirror(I); rot90(I); \
         upscale(I, TWO); bands(I); keepcolor(I, K); tintedouter(I, I); hconcat(I, vmirror(I)); \
         replace(I, K, ZERO); rot270(I); hconcat(I, I); vconcat(I, hmirror(I)); cmirror(I); downscale(I, TWO); \
         parts(I, F, T); vconcat(I, I); downscale(I, THREE); rot180(I); spread(I, T); place(I, C); \
         upscale(I, FOUR); placemiddle(I, C); rarecell(I)",
    ),
    (
        "parts(I, T, T); parts(I, T, F)",
        "argmax(I, partcount); argmax(I, huecount); maxima(I, huecount); maxima(I, partcount); \
         stack(order(I, partcount)); stack(order(I, huecount)); argmin(I, huecount); minima(I, partcount); \
         minima(I, huecount); commonby(I, huecount); argmin(I, partcount); commonby(I, partcount); \
         hjoin(order(I, huecount)); oddby(I, inkindex); nonmaxima(I, huecount); nonmaxima(I, partcount)",
    ),
    (
        "spread(I, F)",
        "content(I); spread(I, F); windows(I, F, T); sink(I, DOWN); cutparts(I, F, T); holes(I); sink(I, RIGHT); \
         sink(I, UP); sink(I, LEFT); outline(I, T); link(I, RIGHT); parts(I, F, F); cavities(I); windows(I, F, F); \
         unlegend(I); flood(I); link(I, DOWN); negative(I); surroundings(I); fall(I, DOWN); cutparts(I, F, F); \
         smear(I, DOWN); smear(I, UP); smear(I, LEFT); rim(I, T); smear(I, RIGHT); core(I, T); unspaced(I); \
         outline(I, F); link(I, UNITY); outer(I, negative(I)); outer(negative(I), I); tintedouter(I, negative(I)); \
         condensed(argmax(cutparts(I, F, T), cellcount))",
    ),
    (
        "upscale(I, TWO); upscale(I, THREE); upscale(I, FOUR)",
        "denoised(I); unlegend(I); bands(I); smoothed(I); commoncell(I); thinned(I); stretch(I, C); summary(I)",
    ),
    (
        "argmax(parts(I, T, T), cellcount); argmin(parts(I, T, T), cellcount)",
        "parts(I, T, T); windows(I, F, T); flood(I); argmax(parts(I, T, T), cellcount); unlegend(I); bands(I); \
         argmin(parts(I, T, T), cellcount); unspaced(I); placemiddle(I, C); \
         condensed(argmax(cutparts(I, F, T), cellcount))",
    ),
    (
        "commoncell(I); rarecell(I)",
        "parts(I, T, T); parts(I, T, F); core(I, F); cutparts(I, T, T); argmax(parts(I, T, T), cellcount); \
         windows(I, F, T); backdrops(I); denoised(I); smear(I, RIGHT); grounded(I); vmirror(I); cutparts(I, T, F); \
         content(I); outline(I, T); rim(I, F); mirrortile(I, C); cutparts(I, F, T); stretch(I, C); spread(I, F); \
         windows(I, T, F); sink(I, DOWN); boxes(I); flood(I); sink(I, UP); compartments(I); surroundings(I); \
         vconcat(hconcat(I, vmirror(I)), hmirror(hconcat(I, vmirror(I)))); unlegend(I); sink(I, LEFT); \
         sink(I, RIGHT)",
    ),
    (
        "fall(I, DOWN); fall(I, UP); fall(I, LEFT); fall(I, RIGHT)",
        "holes(I); windows(I, F, T); parts(I, F, F); cavities(I); cutparts(I, F, F); commoncell(I); \
         windows(I, F, F); overlay(holes(I), I)",
    ),
    (
        "apply(dmirror, I); apply(hmirror, I); apply(vmirror, I)",
        "apply(content, I); mostcommon(I); stack(I); leastcommon(I); apply(backdrops, I); apply(holes, I); \
         argmax(I, cellcount); argmax(I, holecount); argmax(I, partcount); argmin(I, cellcount); first(I); \
         shared(I)",
    ),
    (
        "cutparts(I, T, T); cutparts(I, T, F)",
        "argmax(I, partcount); apply(content, I); argmax(I, huecount); maxima(I, huecount); maxima(I, partcount); \
         maxima(I, frametop); oddby(I, frametop); maxima(I, frameleft); argmax(I, frametop); argmax(I, frameleft); \
         apply(crosses, I); commonby(I, huecount); commonby(I, partcount); minima(I, huecount); \
         stack(order(I, huecount))",
    ),
    ("parts(I, T, T)", "argmax(I, cellcount); argmin(I, cellcount)"),
    (
        "hsplit(I, width(I))",
        "argmax(I, holecount); apply(boxes, I); apply(hmirror, I); hjoin(I); apply(dmirror, I); apply(vmirror, I); \
         nested(I); maxima(I, holecount); hjoin(reversed(I)); argmax(I, frameheight)",
    ),
    (
        "vsplit(I, height(I))",
        "argmax(I, holecount); apply(dmirror, I); apply(hmirror, I); apply(vmirror, I); apply(boxes, I); vjoin(I); \
         maxima(I, holecount); stack(order(I, framewidth)); nested(I); vjoin(reversed(I))",
    ),
    (
        "negative(I)",
        "flood(I); bands(I); unlegend(I); upscale(I, THREE); dmirror(I); upscale(I, TWO); rot90(I); vmirror(I); \
         hmirror(I); commoncell(I); fall(I, UP); fall(I, LEFT); \
         overlay(overlay(smear(I, LEFT), smear(I, RIGHT)), overlay(smear(I, UP), smear(I, DOWN))); fall(I, RIGHT)",
    ),
    (
        "overlay(smear(I, UP), smear(I, DOWN)); overlay(smear(I, LEFT), smear(I, RIGHT))",
        "windows(I, F, T); holes(I); parts(I, F, F); cavities(I)",
    ),
    (
        "lefthalf(I); righthalf(I)",
        "vmirror(I); dmirror(I); hmirror(I); rot90(I); vconcat(I, hmirror(I)); fall(I, UP); rot180(I); \
         overlay(smear(I, UP), smear(I, DOWN))",
    ),
    (
        "tophalf(I); bottomhalf(I)",
        "dmirror(I); vmirror(I); rot90(I); hmirror(I); hconcat(I, vmirror(I)); fall(I, LEFT); fall(I, RIGHT); \
         overlay(smear(I, LEFT), smear(I, RIGHT)); cmirror(I)",
    ),
    (
        "apply(content, I)",
        "apply(content, I); argmax(I, holecount); argmax(I, partcount); argmax(I, cellcount); \
         argmax(I, symmetries); apply(commoncell, I); argmax(I, huecount); argmax(I, inkindex); \
         argmin(I, cellcount); argmax(I, gapcount)",
    ),
    (
        "vconcat(I, hmirror(I))",
        "flood(I); sink(I, RIGHT); sink(I, LEFT); fall(I, RIGHT); \
         overlay(smear(I, UP_RIGHT), smear(I, DOWN_LEFT)); upscale(I, THREE); upscale(I, TWO); rot90(I); \
         ungrid(I)",
    ),
    ("vmirror(I)", "hsplit(I, width(I)); bands(I); hconcat(I, vmirror(I)); overlay(I, C)"),
    (
        "hconcat(I, vmirror(I))",
        "sink(I, DOWN); flood(I); sink(I, UP); rot180(I); upscale(I, THREE); upscale(I, TWO); hmirror(I)",
    ),
    (
        "holes(I)",
        "upscale(I, THREE); unlegend(I); upscale(I, TWO); dmirror(I); vmirror(I); rot90(I); hmirror(I); ungrid(I)",
    ),
    ("rim(I, F); core(I, F)", "vmirror(I); dmirror(I); rot90(I); hmirror(I); core(I, T)"),
    ("smear(I, UP); smear(I, DOWN)", "link(I, DOWN); smear(I, UP); hconcat(I, vmirror(I))"),
    (
        "apply(commoncell, I)",
        "apply(content, I); argmax(I, cellcount); apply(backdrops, I); apply(vertices, I); apply(middles, I); \
         argmax(I, partcount); argmax(I, holecount); apply(denoised, I)",
    ),
    (
        "margin(I)",
        "parts(I, T, T); cutparts(I, T, T); windows(I, F, T); backdrops(I); denoised(I); spread(I, F); \
         parts(I, T, F)",
    ),
    (
        "bands(I)",
        "spread(I, F); outline(I, T); windows(I, T, T); parts(I, T, F); cutparts(I, F, T); windows(I, F, T); \
         parts(I, F, F)",
    ),
    (
        "hsplit(I, width(I)); vsplit(I, height(I))",
        "argmax(I, framewidth); stack(order(I, holecount)); maxima(I, frameheight); apply(rot180, I); \
         maxima(I, framewidth); commonby(I, holecount); minima(I, holecount)",
    ),
    ("backdrops(I)", "cavities(I); upscale(I, THREE); unlegend(I); upscale(I, TWO); window(C, I)"),
    ("windows(I, F, T); windows(I, T, T); windows(I, T, F); windows(I, F, F)", "apply(content, I)"),
    ("smear(I, LEFT); smear(I, RIGHT)", "link(I, RIGHT); smear(I, LEFT)"),
    ("fall(I, DOWN); fall(I, UP)", "fall(I, DOWN); link(I, DOWN)"),
    ("overlay(holes(I), I)", "holes(I); surroundings(I); flood(I); cavities(I)"),
    ("denoised(I)", "denoised(I); unlegend(I); rot90(I)"),
    ("hmirror(I)", "bands(I); vsplit(I, height(I))"),
    ("tophalf(I); bottomhalf(I); lefthalf(I); righthalf(I)", "rot270(I)"),
    ("hsplit(I, TWO); vsplit(I, TWO); quarters(I)", "nested(I); oddone(I)"),
    ("link(I, RIGHT)", "link(I, RIGHT); upscale(I, THREE); smear(I, RIGHT); smear(I, LEFT); window(C, I)"),
    ("compartments(I)", "oddby(I, cellcount); oddby(I, gapcount); oddby(I, framearea)"),
    ("fall(I, LEFT); fall(I, RIGHT)", "cmirror(I); link(I, RIGHT)"),
    ("link(I, DOWN)", "link(I, DOWN); smear(I, UP); smear(I, DOWN)"),
];

#[cfg(test)]
mod tests {
    use super::REDUNDANT;
    use crate::search::store::{EntryId, Store};
    use crate::search::testing::task;
    use crate::search::transform::steps::{coloured, Form, Second, Step, TABLE};
    use crate::search::transform::Walk;

    /// The steps of texts with semicolons between.
    fn steps(texts: &str) -> Vec<&'static Step> {
        let named =
            |text: String| TABLE.steps.iter().find(|step| step.text == text).unwrap_or_else(|| panic!("{text}"));
        texts.split("; ").flat_map(coloured).map(|(_, text)| named(text)).collect()
    }

    #[test]
    fn steps_follow_on_what_those_before_give() {
        for (first, second) in REDUNDANT {
            let gives = steps(first)[0].gives;
            assert!(steps(first).iter().all(|step| step.gives == gives), "{first}");
            assert!(steps(second).iter().all(|step| step.from == gives), "{first}: {second}");
        }
    }

    #[test]
    fn what_is_passed_over_is_known_from_shorter_walks() {
        let task = task(&[
            ("333000/303003/333200/000000", "123416/751342/612754/134625"),
            ("0000/3333/3003/3033", "1726/4312/5671/2143"),
            ("30010/03330/03030/03330", "15423/61524/72615/34172"),
        ]);
        let mut store = Store::new(&task);
        store.begin("transform", 2_000_000_000);
        let walk = Walk::new(&mut store).expect("a task with demo pairs");
        let (input, size, constants) = (walk.input, walk.size, walk.constants.clone());
        walk.run(&mut store);
        store.begin("transform", 2_000_000_000);
        let mut apply = |step: &Step, id: EntryId| {
            let second = if step.second == Second::Size { size } else { Some(input) };
            step.apply(&mut store, (id, false), second, &constants)
        };
        let from_grids = TABLE.steps.iter().filter(|step| step.from == Form::Grid && step.gives == Form::Grid);
        let grids: Vec<EntryId> = from_grids.take(6).filter_map(|step| Some(apply(step, input)?.id)).collect();
        let (mut known, mut new) = (0, 0);
        for (first, second) in REDUNDANT {
            for (step, &id) in steps(first).into_iter().flat_map(|step| grids.iter().map(move |id| (step, id))) {
                let Some(made) = apply(step, id) else {
                    continue;
                };
                for added in steps(second).into_iter().filter_map(|step| apply(step, made.id)) {
                    known += usize::from(!added.is_new);
                    new += usize::from(added.is_new);
                }
            }
        }
        assert!(known > 3_000 && new * 50 < known, "{new} are new, {known} known");
    }
}
