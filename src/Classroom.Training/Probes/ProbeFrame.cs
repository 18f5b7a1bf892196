namespace Classroom.Training.Probes;

/// <summary>A look into the network at one step.</summary>
/// <param name="Step">Training steps done.</param>
/// <param name="Epoch">Epochs done; 0 before training. Several kinds may have a frame at the same step.</param>
/// <param name="Kind">One of <see cref="ProbeKinds"/>.</param>
/// <param name="Json">
/// By kind; what stands after "first:" comes with the frame of epoch 0 alone, since it never changes. Numbers have four
/// significant digits and are null where they are not finite. Pictures are base64 of width × height bytes, row by row from the
/// top, 0 black to 255 white, and at most 32 a side: larger ones are made smaller. Labels, <c>predicted</c> and <c>winner</c>
/// are indices into <c>classes</c>, whose names are cut after 24 letters. "Validation" are the first validation examples.
/// <para><c>predictions</c>, 16 pictures or 8 sequences: <c>{images or sequences: [{label, predicted, probability, first:
/// pixels or values}], first: width, height, classes}</c>.</para>
/// <para><c>decision-boundary</c>: <c>{side, x: [low, high], y: [low, high], winner, probability, first: classes, points:
/// {train, x, y, label}}</c>. <c>winner</c> and <c>probability</c> (0 to 255) are base64 of side × side bytes, row by row from
/// the highest y. Of the points, the first <c>train</c> are training examples. All in the columns' own unit.</para>
/// <para><c>network</c>: <c>{layers: [{weights, biases}], first: classes}</c>; a row of <c>weights</c> belongs to one neuron.</para>
/// <para><c>filters</c>, of the first convolution: <c>{width, height, limit, filters: [bytes]}</c>; a weight is
/// (byte − 128) / 127 × limit.</para>
/// <para><c>feature-maps</c>, of the first validation picture: <c>{layers: [{width, height, low, high, filters, maps:
/// [bytes]}], first: pixels, width, height, label}</c>, one layer a convolution, after its activation and before pooling; byte 0
/// is <c>low</c>, 255 is <c>high</c>; of many <c>filters</c> the first have a map here, 16 at most.</para>
/// <para><c>confusion</c>, of 1,000 validation examples at most: <c>{counts, mistakes: [{label, predicted, examples, pixels}],
/// width, height, first: classes}</c>. <c>counts[label][predicted]</c>; the four most frequent mistakes, with the places of up
/// to two validation examples each, and for pictures what they look like.</para>
/// <para><c>embedding</c>, of 300 validation examples at most: <c>{x, y, share, first: label, classes}</c>. An autoencoder's
/// code, of which the first two numbers; otherwise the last hidden layer seen along its two principal components, which hold
/// <c>share</c> of its variance, turned so that nothing jumps between two frames.</para>
/// <para><c>reconstructions</c>, 8 pictures: <c>{images: [{copy, error, first: pixels, label}], first: width, height,
/// classes, meanPictureError}</c>; <c>error</c> is the mean squared difference of pixels from 0 to 1, <c>meanPictureError</c> that
/// of all validation pictures from the mean training picture.</para>
/// <para><c>forecast</c>, of 100 validation examples at most: <c>{prediction, first: truth, inputs}</c>; <c>inputs</c> are the
/// numbers of the first examples, 2,000 numbers in all at most.</para>
/// <para><c>text</c>: <c>{prompt, text}</c>, where <c>text</c> is what the network wrote after the prompt.</para>
/// <para><c>gradient-norms</c>: <c>{layers: [{name, norm}]}</c>, from input to output, for each weight matrix that is trained
/// the Euclidean length of the last batch's gradient, after clipping; before training that of the first examples.</para>
/// <para><c>weight-histogram</c>: <c>{layers: [{name, limit, counts}]}</c>, for each weight matrix 40 bins of equal width from
/// −limit to limit, a power of two.</para>
/// <para><c>loss-surface</c>: <c>{position: [x, y], loss, first: grid}</c>. Where the network is a line, x is its weight, y its
/// bias, <c>loss</c> that of all training examples, and <c>grid</c> is <c>{side, x: [low, high], y: [low, high], losses}</c>, row
/// by row from the highest y. Otherwise <c>position</c> is how far the weights have come along two fixed random directions,
/// <c>loss</c> that of the first 128 training examples, and there is no grid.</para>
/// </param>
public sealed record ProbeFrame(int Step, int Epoch, string Kind, string Json)
{
    /// <summary>No frame's JSON is longer, in bytes of UTF-8.</summary>
    public const int LargestJson = 64 * 1024;
}
