// optimise: the least cost of a linear model with whole-number columns and second-order cones ‖w·x‖ ≤ factor · Σ s·x.
// A cone is approached from outside by its tangents: what HiGHS finds between them is never dearer than the truth, so its bound is one for the cone as well.
import loadHighs from 'highs';
import { Refusal } from './refusal.mjs';

const mostRounds = 400;
const tolerance = 1e-5;

// The whole-number search stays this much inside each cone, so that what it finds within the tolerance passes exactly. A bound found so would be no bound of the cone.
const inside = 2 * tolerance;

const mostProofs = 20;
const feasible = 2;

// Up to so many whole columns the search first runs on the cones as they are, for a bound nearer than that of the relaxation.
const fewWhole = 400;

/**
 * `{columns: {cost, lower, upper, whole}, rows: {lower, upper, starts, indices, values}, cones: [{columns, roots, sums, free}], gap, seconds, wholeRounds}`
 * → `{status, values, bound, tangents, rounds, nodes}`; status is optimal, rough (a cone is still overstepped, or time is up) or infeasible. `null` stands for an
 * infinite bound. A cone says √Σ(root·x)² ≤ Σ sum·x + (what its column `free` allows). Searching whole numbers again after every tangent is what takes long: `wholeRounds` limits it.
 */
export async function optimise(request) {
  const highs = await loadHighs();
  const started = performance.now();
  const left = () => request.seconds - (performance.now() - started) / 1000;
  return highs.withModel(toModel(request, highs), (model) => {
    const { optimal, infeasible, unboundedOrInfeasible, timeLimit } = highs.constants.modelStatus;
    const search = { tangents: 0, rounds: 0, nodes: 0 };
    let found = null;
    model.options.set({ output_flag: false, mip_rel_gap: request.gap, mip_feasibility_tolerance: 1e-7, random_seed: 1 });

    const parted = request.cones.map((cone) => part(model, cone, highs));
    const whole = request.columns.whole.map((is, column) => (is ? column : -1)).filter((column) => column >= 0);
    let status = settle(mostRounds);
    let bound = status === optimal ? model.getObjectiveValue() : 0;
    if (status === optimal) {
      for (const column of whole) model.changeColIntegrality(column, highs.constants.variableType.integer);
      if (whole.length > 0 && whole.length <= fewWhole) {
        settle(mostProofs);
        bound = Math.max(bound, model.info.get('mip_dual_bound'));
      }

      for (const { row, right } of parted) model.changeCoefficient(row, right, -((1 - inside) ** 2));
      status = settle(request.wholeRounds);
    }

    if (status === infeasible || status === unboundedOrInfeasible) return { status: 'infeasible', ...search };
    return { status: status === optimal ? 'optimal' : 'rough', values: found?.slice(0, request.columns.cost.length) ?? null, bound, ...search };

    // Solve, cut off what lies outside a cone, and again, until nothing does.
    function settle(most) {
      for (let round = 0; round < most; round++) {
        if (left() <= 0) return timeLimit;
        model.options.set('time_limit', model.getRunTime() + left());
        model.run();
        search.rounds++;
        const status = model.getModelStatus();
        if (whole.length > 0) search.nodes += Math.max(0, Number(model.info.get('mip_node_count')));
        if (model.info.get('primal_solution_status') === feasible) found = Array.from(model.getSolution().colValue);
        if (status !== optimal) return status;
        const cuts = parted.flatMap((cone) => tangents(cone, found));
        if (cuts.length === 0) return optimal;
        for (const cut of cuts) model.addRow(0, highs.infinity, cut);
        search.tangents += cuts.length;
      }
      return timeLimit;
    }
  });
}

/**
 * A cone of many columns is parted: with t its right side and a share yᵢ ≥ (root·xᵢ)²/t for each column, Σ yᵢ ≤ t says the same. A tangent to one share bends in
 * two directions only, so a handful for each school is enough where the whole cone would take hundreds.
 */
function part(model, { columns, roots, sums, free }, highs) {
  const first = model.getDimensions().numCols;
  for (let i = 0; i <= columns.length; i++) model.addVar(0, highs.infinity);
  const [right, shares] = [first, columns.map((_, i) => first + 1 + i)];
  const extra = free ? [free] : [];
  model.addRow(0, 0, { indices: [right, ...columns, ...extra.map((one) => one.column)], values: [1, ...sums.map((sum) => -sum), ...extra.map((one) => -one.allows)] });
  model.addRow(-highs.infinity, 0, { indices: [right, ...shares], values: [-1, ...shares.map(() => 1)] });
  return { columns, roots, right, shares, row: model.getDimensions().numRows - 1 };
}

/** Tangents at the ratio that `values` have now, for every share that is too small; none when `values` lies inside the cone. */
function tangents({ columns, roots, right, shares }, values) {
  const t = values[right];
  const norm = Math.sqrt(columns.reduce((sum, column, i) => sum + (roots[i] * values[column]) ** 2, 0));
  if (norm <= t * (1 + tolerance) + Number.EPSILON) return [];
  const cuts = [];
  for (let i = 0; i < columns.length; i++) {
    const ratio = t > 0 ? (roots[i] * values[columns[i]]) / t : 1;
    if (ratio * ratio * t - values[shares[i]] > (tolerance * t) / columns.length)
      cuts.push({ indices: [shares[i], columns[i], right], values: [1, -2 * ratio * roots[i], ratio * ratio] });
  }
  return cuts;
}

function toModel({ columns, rows, cones }, highs) {
  const [numCols, numRows] = [columns.cost.length, rows.lower.length];
  if (cones.some((cone) => cone.columns.some((column) => column >= numCols))) throw new Refusal('malformed_model', 'A cone names a column that is not there.');
  const least = (bounds) => bounds.map((bound) => bound ?? -highs.infinity);
  const most = (bounds) => bounds.map((bound) => bound ?? highs.infinity);
  return {
    numCols,
    numRows,
    colCost: columns.cost,
    colLower: least(columns.lower),
    colUpper: most(columns.upper),
    rowLower: least(rows.lower),
    rowUpper: most(rows.upper),
    matrix: { format: 'csr', numRows, numCols, starts: rows.starts, indices: rows.indices, values: rows.values },
  };
}
