using System.Runtime.CompilerServices;
using Classroom.Training.Settings;

namespace Classroom.Training.Data;

/// <summary>
/// Data sets that options have made from others. Kept only as long as a run uses them: a class that presses Train together shares
/// one, and what nobody uses any more takes no memory.
/// </summary>
internal static class DataVariants
{
    private static readonly ConditionalWeakTable<DataSet, Dictionary<DataConfig, WeakReference<DataSet>>> Known = [];
    private static readonly Lock OneAtATime = new();

    public static DataSet Get(DataSet data, DataConfig options, Func<DataSet, DataConfig, DataSet> build)
    {
        lock (OneAtATime)
        {
            var variants = Known.GetValue(data, _ => []);
            if (variants.TryGetValue(options, out var kept) && kept.TryGetTarget(out var known))
            {
                return known;
            }

            foreach (var gone in variants.Where(variant => !variant.Value.TryGetTarget(out _)).Select(variant => variant.Key).ToList())
            {
                variants.Remove(gone);
            }

            var built = build(data, options);
            variants[options] = new(built);
            return built;
        }
    }
}
