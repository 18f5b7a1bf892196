using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Classroom.Training.Operations;

/// <summary>The processor that this process computes on, as far as the system describes it.</summary>
/// <param name="Name">With family and model where they are known, such as <c>AMD EPYC (family 23, model 1)</c>.</param>
/// <param name="Cores">That this process may use.</param>
/// <param name="InstructionSets">Vector instructions that it offers, narrow to wide.</param>
/// <param name="Caches">
/// Sizes of the first core's caches, such as <c>L1d 32K</c>; empty where the system, often a virtual machine, does not report them.
/// </param>
public sealed record Processor(string Name, int Cores, IReadOnlyList<string> InstructionSets, IReadOnlyList<string> Caches)
{
    private static readonly (string Flag, string Name)[] Flags =
    [
        ("sse4_1", "SSE4.1"), ("avx", "AVX"), ("fma", "FMA"), ("avx2", "AVX2"), ("avx512f", "AVX-512"),
        ("avx512_vnni", "AVX-512 VNNI"), ("avx512_bf16", "AVX-512 BF16"), ("amx_tile", "AMX"),
    ];

    public static Processor Current { get; } = Read();

    public override string ToString() =>
        $"{Name}, {Cores} {(Cores == 1 ? "core" : "cores")}; "
        + $"{(InstructionSets.Count > 0 ? string.Join(", ", InstructionSets) : "no vector instructions")}; "
        + (Caches.Count > 0 ? $"caches {string.Join(", ", Caches)}" : "cache sizes not reported");

    private static Processor Read()
    {
        var facts = ReadCpuInfo();
        var name = facts.GetValueOrDefault("model name") ?? RuntimeInformation.ProcessArchitecture.ToString();
        if (facts.TryGetValue("cpu family", out var family) && facts.TryGetValue("model", out var model))
        {
            name += $" (family {family}, model {model})";
        }

        var flags = facts.GetValueOrDefault("flags")?.Split(' ').ToHashSet();
        return new(
            name,
            Environment.ProcessorCount,
            flags is null ? SeenByRuntime() : [.. Flags.Where(flag => flags.Contains(flag.Flag)).Select(flag => flag.Name)],
            ReadCaches());
    }

    /// <summary>The entries of the first processor in Linux's list; none on other systems.</summary>
    private static Dictionary<string, string> ReadCpuInfo()
    {
        var facts = new Dictionary<string, string>();
        foreach (var line in ReadLines("/proc/cpuinfo").TakeWhile(line => line.Length > 0))
        {
            if (line.Split(':', 2) is [var key, var value])
            {
                facts[key.Trim()] = value.Trim();
            }
        }

        return facts;
    }

    private static string[] ReadCaches()
    {
        const string folder = "/sys/devices/system/cpu/cpu0/cache";
        if (!Directory.Exists(folder))
        {
            return [];
        }

        return
        [
            .. from cache in Directory.GetDirectories(folder, "index*").Order(StringComparer.Ordinal)
               let size = ReadLines(Path.Combine(cache, "size")).FirstOrDefault("")
               where size.Length > 0 && size != "0K"
               let kind = ReadLines(Path.Combine(cache, "type")).FirstOrDefault("")
               select $"L{ReadLines(Path.Combine(cache, "level")).FirstOrDefault("?")}{(kind == "Data" ? "d" : kind == "Instruction" ? "i" : "")} {size}",
        ];
    }

    private static string[] ReadLines(string file)
    {
        try
        {
            return File.Exists(file) ? File.ReadAllLines(file) : [];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return []; // a sandbox may hide it; nothing depends on it
        }
    }

    private static string[] SeenByRuntime() =>
    [
        .. from set in new (string Name, bool Is)[]
           {
               ("SSE4.1", Sse41.IsSupported), ("AVX", Avx.IsSupported), ("FMA", Fma.IsSupported), ("AVX2", Avx2.IsSupported),
               ("AVX-512", Avx512F.IsSupported), ("NEON", AdvSimd.IsSupported),
           }
           where set.Is
           select set.Name,
    ];
}
