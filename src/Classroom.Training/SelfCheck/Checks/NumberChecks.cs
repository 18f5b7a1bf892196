using Classroom.Training.Data;
using Classroom.Training.Networks;
using Classroom.Training.Optimizers;
using Classroom.Training.Probes.Embeddings;
using Classroom.Training.Settings;
using TorchSharp;
using static TorchSharp.torch;

namespace Classroom.Training.SelfCheck.Checks;

/// <summary>What is not part of a network: taking examples, optimizers, the plane of an embedding, random draws.</summary>
internal static class NumberChecks
{
    public static CheckedOperation OfExamples =>
        LayerChecks.Single("examples of a batch", (random, most) => Pictures(random, random.Size(most), random.Size(most)), count: 3);

    public static CheckedOperation OfOptimizers =>
        LayerChecks.Single("optimizer", (random, most) => Steps(random, random.Size(most * most), random.Next(3)), count: 9);

    public static CheckedOperation OfPlane =>
        LayerChecks.Single(
            "principal components", (random, most) => Plane(random, 20 + random.Next(most), 3 + random.Next(most)), count: 2);

    public static CheckedOperation OfShuffling =>
        LayerChecks.Single("shuffling", (random, most) => Shuffle(random, random.Size(most * most)), count: 2);

    public static CheckedOperation OfScaling =>
        LayerChecks.Single("scaling", (random, most) => Scale(random, random.Size(most * most)), count: 2);

    private static CheckCase Pictures(Random random, int examples, int side)
    {
        var pixels = new byte[examples * side * side];
        random.NextBytes(pixels);
        var labels = random.Classes(examples, 10).Select(label => (byte)label).ToArray();
        var places = random.Classes(examples, examples);
        var info = new DataSetInfo
        {
            Id = "check",
            Title = "",
            Description = "",
            Kind = DataSetKind.Image,
            Train = examples,
            Validation = 0,
            Shape = [side, side],
            Classes = [.. Enumerable.Range(0, 10).Select(label => $"{label}")],
        };
        return new(
            $"{examples} of {side} × {side}",
            ["pixels", "labels"],
            () =>
            {
                var (inputs, targets) = ExampleTensors.From(new DataSet(info, pixels, labels)).Take(tensor(places));
                return [Graph.Read(inputs), [.. targets.data<long>().ToArray().Select(label => (float)label)]];
            },
            () => [
                [.. places.SelectMany(place => pixels.Skip((int)place * side * side).Take(side * side)).Select(pixel => pixel / 255.0)],
                [.. places.Select(place => (double)labels[place])]
            ]);
    }

    // As the first weights of residual layers are made smaller, and as what is not a number is left out of a frame.
    private static CheckCase Scale(Random random, int count)
    {
        const float by = 0.3f;
        float[] numbers = [.. random.Numbers(count), float.NaN];
        return new(
            $"{count}",
            ["numbers"],
            () =>
            {
                using var scale = by.ToScalar();
                return [Graph.Read(Graph.Aligned(numbers, count + 1).mul_(scale).nan_to_num(0))];
            },
            () => [[.. numbers.Take(count).Select(number => (double)number * by), 0]]);
    }

    // Four steps, so that the running means of Adam and the velocity of SGD matter.
    private static CheckCase Steps(Random random, int count, int kind)
    {
        const int steps = 4;
        const double rate = 0.01, decay = 0.1, momentum = 0.9, norm = 0.5;
        var weights = random.Numbers(count);
        var gradients = Enumerable.Range(0, steps).Select(_ => random.Numbers(count)).ToArray();
        var config = new OptimizerConfig
        {
            Kind = kind == 0 ? OptimizerKind.Adam : OptimizerKind.Sgd,
            LearningRate = rate,
            Momentum = kind == 2 ? momentum : 0,
            WeightDecay = decay
        };
        return new(
            $"{config.Kind}{(kind == 2 ? " with momentum" : "")} on {count} weights",
            ["weights"],
            () =>
            {
                var (optimizer, changed) = (Optimizer.Create(config, count), weights.ToArray());
                foreach (var gradient in gradients)
                {
                    var clipped = gradient.ToArray();
                    Optimizer.Clip(clipped, norm);
                    optimizer.Step(changed, clipped, rate);
                }

                return [changed];
            },
            () =>
            {
                var w = weights.Doubles();
                var (mean, square) = (new double[count], new double[count]);
                for (var step = 1; step <= steps; step++)
                {
                    var gradient = gradients[step - 1].Doubles();
                    var scale = Math.Min(1, norm / (Math.Sqrt(gradient.Sum(value => value * value)) + 1e-6));
                    for (var i = 0; i < count; i++)
                    {
                        var g = (gradient[i] * scale) + (w[i] * decay);
                        if (kind == 0)
                        {
                            mean[i] = (0.9 * mean[i]) + (0.1 * g);
                            square[i] = (0.999 * square[i]) + (0.001 * g * g);
                            w[i] -=
                                rate * (mean[i] / (1 - Math.Pow(0.9, step))) / (Math.Sqrt(square[i] / (1 - Math.Pow(0.999, step))) + 1e-8);
                        }
                        else
                        {
                            mean[i] = ((kind == 2 ? momentum : 0) * mean[i]) + g;
                            w[i] -= rate * mean[i];
                        }
                    }
                }

                return [w];
            });
    }

    // Points that lie in a plane but for a little: seen along it, the distances between them stay as they were.
    private static CheckCase Plane(Random random, int examples, int features)
    {
        var (first, second) = (random.Numbers(features), random.Numbers(features));
        var places = Enumerable.Range(0, examples).Select(_ => (X: random.NextDouble() - 0.5, Y: random.NextDouble() - 0.5)).ToArray();
        var values = places.SelectMany(place => first.Zip(second, (a, b) => (float)((place.X * a) + (place.Y * b)))).ToArray();
        return new(
            $"{examples} × {features}",
            ["distances", "share"],
            () =>
            {
                var (plane, share) = PrincipalPlane.Project(values, examples, features);
                return [[.. Distances([.. plane.Chunk(2)])], [share]];
            },
            () => [[.. Distances([.. values.Chunk(features)]).Select(distance => (double)distance)], [1]]);
    }

    private static IEnumerable<float> Distances(float[][] points) =>
        points.Skip(1).Select(point => MathF.Sqrt(point.Zip(points[0], (a, b) => (a - b) * (a - b)).Sum()));

    private static CheckCase Shuffle(Random random, int count)
    {
        var seed = (ulong)random.Next();
        return new(
            $"{count}",
            ["sorted order", "even draws"],
            () =>
            {
                using var generator = new Generator(seed, CPU);
                var order = randperm(count, generator: generator).data<long>().ToArray();
                // From 1 to 2, in a thousand draws their mean lies near 1.5.
                var draws = Graph.Read(empty(1_000).uniform_(1, 2, generator));
                var even = draws.All(draw => draw is >= 1 and <= 2) && draws.Average() is > 1.4f and < 1.6f;
                var normal = Graph.Read(empty(1_000).normal_(0, 1, generator));
                even &= normal.Average() is > -0.2f and < 0.2f && normal.Average(draw => draw * draw) is > 0.7f and < 1.4f;
                return [[.. order.Order().Select(place => (float)place)], [even ? 1 : 0]];
            },
            () => [[.. Enumerable.Range(0, count).Select(place => (double)place)], [1]]);
    }
}
