//! Outputs made of tiles: each tile a grid that was met, or one tile at the cells of a pattern.

use std::hash::{Hash, Hasher};

use rustc_hash::{FxHashMap, FxHasher};
use smallvec::SmallVec;

use crate::grid::Grid;
use crate::search::moves::{apply, colour_constant};
use crate::search::store::{EntryId, Store};
use crate::value::Value;

/// How many tiles stand in a row or a column at most.
const MAX_TILES: usize = 6;

/// How many grids are remembered as tiles and as patterns.
const MAX_GRIDS: usize = 4000;

/// A division of all outputs into as many tiles, of which some are found.
struct Layout {
    columns: usize,
    tiles: Vec<Found>,
    is_done: bool,
}

/// A place of a layout.
#[derive(Clone, Copy)]
enum Found {
    Nothing,
    Black,
    Tile(EntryId),
}

/// Products of a pattern and a tile that lack one of the two.
#[derive(Clone, Copy)]
struct Product {
    primitive: &'static str,
    tile: EntryId,
}

/// What is known of tiles and patterns of the outputs.
pub struct Mosaic {
    layouts: Vec<Layout>,
    /// For each layout the tile's height and width in the first output.
    sides: Vec<(usize, usize)>,
    /// The places at which a tile of this hash stands.
    places: FxHashMap<u64, SmallVec<[(usize, usize); 2]>>,
    /// Patterns by the hash of their silhouettes and of their cells.
    patterns: FxHashMap<u64, SmallVec<[EntryId; 1]>>,
    /// Products by the hash of the pattern that they lack.
    wanted: FxHashMap<u64, SmallVec<[Product; 1]>>,
    remembered: usize,
}

impl Mosaic {
    /// For the outputs of a store.
    pub fn new(store: &Store) -> Mosaic {
        let mut mosaic = Mosaic {
            layouts: Vec::new(),
            sides: Vec::new(),
            places: FxHashMap::default(),
            patterns: FxHashMap::default(),
            wanted: FxHashMap::default(),
            remembered: 0,
        };
        for rows in 1..=MAX_TILES {
            for columns in 1..=MAX_TILES {
                mosaic.divide(store.expected(), rows, columns);
            }
        }
        mosaic
    }

    fn divide(&mut self, outputs: &[Grid], rows: usize, columns: usize) {
        let divides = |grid: &Grid| grid.height() % rows == 0 && grid.width() % columns == 0;
        let is_cell = |grid: &Grid| grid.height() == rows && grid.width() == columns;
        if (rows, columns) == (1, 1) || !outputs.iter().all(divides) || outputs.iter().any(is_cell) {
            return;
        }
        let layout = self.layouts.len();
        let mut tiles = Vec::with_capacity(rows * columns);
        for place in 0..rows * columns {
            let (row, column) = (place / columns, place % columns);
            let cut = |grid: &Grid| {
                let (height, width) = (grid.height() / rows, grid.width() / columns);
                part(grid, row * height, column * width, height, width)
            };
            let column: Option<Vec<Grid>> = outputs.iter().map(cut).collect();
            let Some(column) = column else {
                return;
            };
            let is_black = column.iter().all(|grid| grid.cells().iter().all(|&colour| colour == 0));
            if is_black {
                tiles.push(Found::Black);
                continue;
            }
            tiles.push(Found::Nothing);
            self.places.entry(hash(column.iter())).or_default().push((layout, place));
        }
        self.sides.push((outputs[0].height() / rows, outputs[0].width() / columns));
        self.layouts.push(Layout { columns, tiles, is_done: false });
    }

    /// Looks whether a grid is a tile of the outputs, or a pattern of tiles.
    pub fn offer(&mut self, store: &mut Store, id: EntryId) {
        let demos = store.expected().len();
        let column = &store.entry(id).column()[..demos];
        let Some(Value::Grid(first)) = column.first() else {
            return;
        };
        if self.sides.contains(&(first.height(), first.width())) {
            let places = self.places.get(&hash(column.iter())).cloned().unwrap_or_default();
            for (layout, place) in places {
                if let Found::Nothing = self.layouts[layout].tiles[place] {
                    self.layouts[layout].tiles[place] = Found::Tile(id);
                    self.layouts[layout].assemble(store);
                }
            }
        }
        self.multiply(store, id);
    }

    /// Looks whether a grid is the tile or the pattern of a product that gives the outputs.
    fn multiply(&mut self, store: &mut Store, id: EntryId) {
        let demos = store.expected().len();
        let column = &store.entry(id).column()[..demos];
        let divides = |(value, output): (&Value, &Grid)| match value {
            Value::Grid(grid) => output.height() % grid.height() == 0 && output.width() % grid.width() == 0,
            _ => false,
        };
        if self.remembered >= MAX_GRIDS || !column.iter().zip(store.expected()).all(divides) {
            return;
        }
        self.remembered += 1;
        let mut cells = 0;
        let mut silhouettes = FxHasher::default();
        let mut plain: Option<FxHasher> = Some(FxHasher::default());
        let mut tinted: Option<FxHasher> = Some(FxHasher::default());
        for (value, output) in column.iter().zip(store.expected()) {
            let Value::Grid(grid) = value else {
                return;
            };
            cells += output.cells().len() + grid.cells().len();
            silhouette(grid).hash(&mut silhouettes);
            extend(&mut plain, output, grid, false);
            extend(&mut tinted, output, grid, true);
        }
        let silhouettes = silhouettes.finish();
        let exact = hash(column.iter());
        store.charge(3 * cells as u64);
        for pattern in [silhouettes, exact.rotate_left(1)] {
            for product in self.wanted.get(&pattern).cloned().unwrap_or_default() {
                apply(store, product.primitive, &[id, product.tile]);
            }
            let known = self.patterns.entry(pattern).or_default();
            if known.len() < 4 {
                known.push(id);
            }
        }
        let plain = plain.map(|hasher| ("outer", hasher.finish()));
        // The exact hash of grids is kept apart from that of silhouettes.
        let tinted = tinted.map(|hasher| ("tintedouter", hasher.finish().rotate_left(1)));
        for (primitive, pattern) in [plain, tinted].into_iter().flatten() {
            for &known in self.patterns.get(&pattern).into_iter().flatten() {
                apply(store, primitive, &[known, id]);
            }
            let wanted = self.wanted.entry(pattern).or_default();
            if wanted.len() < 4 {
                wanted.push(Product { primitive, tile: id });
            }
        }
    }
}

impl Layout {
    /// Adds the tiles side by side and below each other once all are found.
    fn assemble(&mut self, store: &mut Store) -> Option<EntryId> {
        if self.is_done || self.tiles.iter().any(|tile| matches!(tile, Found::Nothing)) {
            return None;
        }
        self.is_done = true;
        let first = self.tiles.iter().find_map(|tile| match tile {
            Found::Tile(id) => Some(*id),
            _ => None,
        })?;
        let mut grid = None;
        for row in self.tiles.chunks(self.columns) {
            let mut line = None;
            for tile in row {
                let tile = match *tile {
                    Found::Tile(id) => id,
                    _ => {
                        let black = colour_constant(store, 0)?;
                        let shape = apply(store, "shape", &[first])?;
                        apply(store, "canvas", &[black, shape])?
                    }
                };
                line = Some(match line {
                    None => tile,
                    Some(line) => apply(store, "hconcat", &[line, tile])?,
                });
            }
            grid = match (grid, line?) {
                (None, line) => Some(line),
                (Some(grid), line) => Some(apply(store, "vconcat", &[grid, line])?),
            };
        }
        grid
    }
}

/// Hashes the pattern at whose cells a tile stands in an output, in its own colours or in the pattern's; nothing is left
/// if there is no such pattern.
fn extend(pattern: &mut Option<FxHasher>, output: &Grid, tile: &Grid, is_tinted: bool) {
    let Some(mut hasher) = pattern.take() else {
        return;
    };
    let (rows, columns) = (output.height() / tile.height(), output.width() / tile.width());
    let mut cells: SmallVec<[i8; 64]> = SmallVec::new();
    for place in 0..rows * columns {
        let (top, left) = (place / columns * tile.height(), place % columns * tile.width());
        // The one colour of a tinted tile, and whether the tile can stand here, or nothing.
        let (mut tint, mut is_shown, mut is_black) = (0, true, true);
        for (row, line) in tile.rows().enumerate() {
            let painted = &output.row(top + row)[left..left + tile.width()];
            for (&colour, &cell) in painted.iter().zip(line) {
                is_black &= colour == 0;
                tint = if tint == 0 { colour } else { tint };
                let expected = if is_tinted && cell != 0 { tint } else { cell };
                is_shown &= colour == expected && (cell == 0 || colour != 0);
            }
        }
        match (is_black, is_shown) {
            (true, _) => cells.push(0),
            (false, true) => cells.push(if is_tinted { tint } else { 1 }),
            (false, false) => return,
        }
    }
    if let Some(grid) = Grid::new(rows, columns, &cells) {
        grid.hash(&mut hasher);
        *pattern = Some(hasher);
    }
}

fn silhouette(grid: &Grid) -> Grid {
    grid.edited(|cells| {
        for cell in cells {
            *cell = i8::from(*cell != 0);
        }
    })
}

fn part(grid: &Grid, top: usize, left: usize, height: usize, width: usize) -> Option<Grid> {
    let cells: Vec<i8> =
        (top..top + height).flat_map(|row| grid.row(row)[left..left + width].iter().copied()).collect();
    Grid::new(height, width, &cells)
}

fn hash<T: Hash>(column: impl Iterator<Item = T>) -> u64 {
    let mut hasher = FxHasher::default();
    column.for_each(|grid| grid.hash(&mut hasher));
    hasher.finish()
}
