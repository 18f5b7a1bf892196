using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Classroom.Training.Settings;

/// <summary>Names of classes, equal to the same names in the same order.</summary>
[JsonConverter(typeof(AsList))]
public sealed class ClassNames(IEnumerable<string> names) : IReadOnlyList<string>, IEquatable<ClassNames>
{
    private readonly string[] names = [.. names];

    public int Count => names.Length;

    public string this[int index] => names[index];

    public bool Equals(ClassNames? other) => other is not null && names.AsSpan().SequenceEqual(other.names);

    public override bool Equals(object? obj) => Equals(obj as ClassNames);

    public override int GetHashCode() => names.Aggregate(0, HashCode.Combine);

    public IEnumerator<string> GetEnumerator() => names.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private sealed class AsList : JsonConverter<ClassNames>
    {
        public override ClassNames? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            JsonSerializer.Deserialize<string[]>(ref reader, options) is { } list ? new(list) : null;

        public override void Write(Utf8JsonWriter writer, ClassNames value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value.names, options);
    }
}
