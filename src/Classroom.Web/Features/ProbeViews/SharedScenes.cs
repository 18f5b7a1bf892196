using System.Runtime.CompilerServices;
using Classroom.Runs.Grains;
using Classroom.Training.Probes;
using Classroom.Training.Probes.Rounds;

namespace Classroom.Web.Features.ProbeViews;

/// <summary>What was read from a frame, once for everybody who looks at it: thirty students may watch the same run.</summary>
internal static class SharedScenes
{
    /// <summary>Kept as long as anybody shows it.</summary>
    public static TScene GetOrCreate<TScene>(RunFrameMessage frame, Func<TScene> make)
        where TScene : class
    {
        var cached = Cache<TScene>.Scenes.GetOrCreateValue(frame);
        lock (cached)
        {
            return cached.Scene ??= make();
        }
    }

    public static TFrame Read<TFrame>(RunFrameMessage frame)
        where TFrame : FrameContent => GetOrCreate(frame, () => FrameJson.Read<TFrame>(frame.Json));

    private static class Cache<TScene>
        where TScene : class
    {
        public static readonly ConditionalWeakTable<RunFrameMessage, Weak<TScene>> Scenes = [];
    }

    private sealed class Weak<TScene>
        where TScene : class
    {
        private readonly WeakReference<TScene?> reference = new(null);

        public TScene? Scene
        {
            get => reference.TryGetTarget(out var scene) ? scene : null;
            set => reference.SetTarget(value);
        }
    }
}
