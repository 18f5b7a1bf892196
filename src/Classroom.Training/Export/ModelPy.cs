using System.Globalization;
using System.Text;
using Classroom.Training.Data;
using Classroom.Training.Loop;
using Classroom.Training.Models.Table;
using Classroom.Training.Networks;
using Classroom.Training.Settings;

namespace Classroom.Training.Export;

/// <summary>
/// The text of a <c>model.py</c>: the network of one run in plain PyTorch, for students to take home. It needs PyTorch 1.13
/// or newer and nothing else, reads the <c>model.safetensors</c> beside it, and predicts. It is written for this one network,
/// so that a small network is a short file.
/// </summary>
public static class ModelPy
{
    /// <param name="weights">From <see cref="TrainingRun.Weights"/>; only what they are the weights of is used.</param>
    /// <exception cref="InvalidDataException">They are not from this program.</exception>
    public static string Write(NetworkWeights weights)
    {
        var (config, data) = (weights.ReadConfig(), weights.ReadData());
        var origin = weights.ReadEpoch() is { } epoch ? $"\n\n{Origin(config, epoch)}" : "";
        if (config.LabelSmoothing > 0)
        {
            origin += string.Create(
                CultureInfo.InvariantCulture,
                $"\n\nIt learned with the loss nn.CrossEntropyLoss(label_smoothing={config.LabelSmoothing}).");
        }

        var use = config.Model.CopiesInput ? PythonUse.Copying(data)
            : data.Kind == DataSetKind.Text ? PythonUse.Writing(data)
            : data.IsRegression ? PythonUse.Regressing(data)
            : PythonUse.Classifying(data);
        var network = ModelTable.Create(config.Model, data).WritePython().TrimEnd();
        var head = Head(use, origin, needsFunctional: network.Contains("functional.", StringComparison.Ordinal));
        return string.Join("\n\n\n", head, network, Loading, use.Code, Main(use)) + "\n";
    }

    /// <summary>Which of the run's weights these are; numbers alone, since it stands in a file that will be executed.</summary>
    private static string Origin(TrainingConfig config, double epoch) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Its weights are those after {epoch:0.##} of {config.Epochs} {(config.Epochs == 1 ? "epoch" : "epochs")}")
        + (config.KeepsBest && epoch == Math.Floor(epoch) && epoch > 0 ? ", where the validation loss was lowest." : ".");

    private static string Head(PythonUse use, string origin, bool needsFunctional)
    {
        var head = new StringBuilder($""""
            """A network that you trained in Classroom, in plain PyTorch.{origin}

            Put model.safetensors, which holds its weights, beside this file. Then:
                python3 model.py                 shows the network
            {use.Examples}
            or in a program of your own: from model import load, predict
            """

            {string.Join("\n", use.Imports.Append("import json").Append("import struct").Append("import sys").Order(StringComparer.Ordinal))}
            from pathlib import Path

            import torch
            from torch import nn{(needsFunctional ? "\nfrom torch.nn import functional" : "")}

            TITLE = {PythonText.Literal(use.Data.Title)}  # the data set it learned from

            """");
        foreach (var (comment, value) in use.Constants)
        {
            head.Append($"\n# {comment}\n{value}\n");
        }

        return head.ToString().TrimEnd();
    }

    private const string Loading = """"
        def read_safetensors(path):
            """All tensors of a safetensors file by name: after the length of the header the header, then the numbers."""
            with open(path, "rb") as file:
                length = struct.unpack("<Q", file.read(8))[0]
                header = json.loads(file.read(length))
                numbers = bytearray(file.read())
            tensors = {}
            for name, entry in header.items():
                if name != "__metadata__":
                    start, end = entry["data_offsets"]
                    flat = torch.frombuffer(numbers, dtype=torch.float32, count=(end - start) // 4, offset=start)
                    tensors[name] = flat.reshape(entry["shape"])
            return tensors


        def load(path=Path(__file__).with_name("model.safetensors")):
            """The network with its trained weights, ready to predict."""
            network = Network()
            network.load_state_dict(read_safetensors(path))
            return network.eval()
        """";

    private static string Main(PythonUse use) => $""""
        def main():
            try:
                network = load()
            except FileNotFoundError:
                sys.exit("model.safetensors is missing: download it from the page of your run, and put it beside this file.")
            if len(sys.argv) < 2:
                print(__doc__)
                print("Learned from", repr(TITLE))
                print(network)
                print(sum(parameter.numel() for parameter in network.parameters()), "weights and biases")
                return
            try:
        {use.Main}
            except (OSError, TypeError, ValueError) as fault:
                sys.exit(str(fault))


        if __name__ == "__main__":
            main()
        """";
}
