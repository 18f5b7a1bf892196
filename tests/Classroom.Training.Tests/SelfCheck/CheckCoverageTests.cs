using Classroom.Training.SelfCheck;

namespace Classroom.Training.Tests;

/// <summary>Whatever a config can make libtorch compute is in the engine's check of itself.</summary>
public sealed class CheckCoverageTests(CheckCoverageTests.Recording recording) : IClassFixture<CheckCoverageTests.Recording>
{
    /// <summary>
    /// Operations that move, create or describe numbers and compute none, so that there is no formula to check them against.
    /// </summary>
    private static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> ComputeNothing =
        new Dictionary<string, IReadOnlyList<string>>
        {
            ["Other sides or strides onto the same memory"] =
            [
                "aten::_reshape_alias", "aten::_unsafe_view", "aten::as_strided", "aten::as_strided_", "aten::expand",
                "aten::flatten.using_ints", "aten::narrow", "aten::select.int", "aten::slice.Tensor", "aten::squeeze_.dim", "aten::t",
                "aten::transpose.int",
                "aten::transpose_", "aten::unbind.int", "aten::unflatten.int", "aten::unsafe_chunk", "aten::unsafe_split.Tensor",
                "aten::unsqueeze", "aten::unsqueeze_", "aten::view", "aten::view_as",
            ],
            ["The same for a gradient on its way back"] =
            [
                "TBackward0", "TransposeBackward0", "TransposeBackward1", "UnsafeViewBackward0", "ViewBackward0",
            ],
            ["Memory that is yet to be written, and which memory belongs to a tensor"] =
            [
                "aten::empty.memory_format", "aten::empty_like", "aten::empty_strided", "aten::new_empty", "aten::resize_",
                "aten::set_.source_Storage_storage_offset", "aten::set_.source_Tensor",
            ],
            ["One constant everywhere"] =
            [
                "aten::fill_.Scalar", "aten::new_zeros", "aten::ones_like", "aten::scalar_tensor", "aten::zero_", "aten::zeros",
                "aten::zeros.out", "aten::zeros_like",
            ],
            ["Random draws, of which none is the right one"] =
            [
                "aten::normal_", "aten::rand.generator", "aten::randn.generator", "aten::randperm.generator",
                "aten::randperm.generator_out", "aten::uniform_",
            ],
            ["A question about a tensor or the library, not about its numbers"] =
            [
                "aten::_has_compatible_shallow_copy_type", "aten::cudnn_is_acceptable", "aten::resolve_conj",
                "aten::result_type.Scalar",
            ],
        };

    [Fact]
    public void Every_operation_that_a_config_reaches_is_checked()
    {
        var known = ComputeNothing.Values.SelectMany(names => names).Concat(recording.Checked).ToHashSet();
        var missing = recording.Reached.Where(operation => !known.Contains(operation.Key))
            .Select(operation => $"{operation.Key}, reached by {operation.Value}")
            .ToList();
        Assert.True(missing.Count == 0, $"The engine's check leaves out:\n{string.Join('\n', missing)}");
    }

    [Fact]
    public void The_check_needs_no_exception_that_nothing_reaches()
    {
        // Where an operation had to be computed in another way than usual, other operations are reached.
        var needed = Engine.Report.Faults.Count == 0 ? recording.Reached.Keys : ComputeNothing.Values.SelectMany(names => names);
        Assert.Empty(ComputeNothing.Values.SelectMany(names => names).Except(needed));
    }

    /// <summary>What libtorch is asked to do, by name.</summary>
    public sealed class Recording
    {
        public Recording()
        {
            foreach (var config in ReachableConfigs.All)
            {
                using var work = RecordedOperations.Start();
                ReachableWork.Do(config);
                foreach (var name in work.Names)
                {
                    Reached.TryAdd(name, config.ToJson());
                }
            }

            using var check = RecordedOperations.Start();
            EngineCheck.Usual.Run();
            Checked = check.Names;
        }

        /// <summary>By training and by asking finished networks, each with the first config that reaches it.</summary>
        public SortedDictionary<string, string> Reached { get; } = new(StringComparer.Ordinal);

        /// <summary>By the engine's check.</summary>
        public IReadOnlyCollection<string> Checked { get; }
    }
}
