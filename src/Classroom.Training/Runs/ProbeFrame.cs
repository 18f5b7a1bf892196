namespace Classroom.Training;

/// <summary>A look into the network at one step.</summary>
/// <param name="Step">Training steps done.</param>
/// <param name="Epoch">Epochs done; 0 before training.</param>
/// <param name="Kind"><c>predictions</c> or <c>text</c>.</param>
/// <param name="Json">
/// <c>predictions</c>: <c>{images: [{pixels, label, predicted, probability}], width, height, classes}</c>, where <c>pixels</c>
/// is base64 of width × height bytes and <c>label</c> and <c>predicted</c> are indices into <c>classes</c>.
/// <c>text</c>: <c>{prompt, text}</c>, where <c>text</c> is what the network wrote after the prompt.
/// </param>
public sealed record ProbeFrame(int Step, int Epoch, string Kind, string Json);
