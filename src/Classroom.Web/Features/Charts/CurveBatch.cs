using System.Text.Json.Serialization;

namespace Classroom.Web.Features.Charts;

/// <summary>Points for the ends of several traces, and how many points each may then have at most (−1: as many as there are).</summary>
public sealed record CurveBatch(
    List<int> Traces,
    List<IReadOnlyList<double>> X,
    List<IReadOnlyList<float>> Y,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] List<IReadOnlyList<string>>? Text,
    List<int> Most)
{
    internal void Add(int trace, IReadOnlyList<(double X, double Y)> points, int most, CurveScale scale)
    {
        if (points.Count > 0)
        {
            Traces.Add(trace);
            X.Add([.. points.Select(point => point.X)]);
            Y.Add([.. points.Select(point => (float)scale.Place(point.Y))]);
            Text?.Add([.. points.Select(point => CurveTraces.Words(point.Y, scale))]);
            Most.Add(most);
        }
    }
}
