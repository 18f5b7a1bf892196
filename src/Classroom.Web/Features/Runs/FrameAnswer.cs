using System.Text.Json;

namespace Classroom.Web.Features.Runs;

/// <summary>A probe's frame; its content depends on the kind.</summary>
public sealed record FrameAnswer(int Step, int Epoch, string Kind, JsonElement Content);
