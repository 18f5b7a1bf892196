namespace Classroom.Training.Probes;

/// <summary>
/// What a probe has seen, as the store and the API hold it in JSON: a record for each kind, beside its probe. What never changes comes
/// with the frame of epoch 0 alone and is null in the others. A number that is not finite is null in JSON. Numbers have four
/// significant digits. Pictures are width × height bytes, row by row from the top, 0 black to 255 white, at most 32 a side: larger
/// ones are made smaller. Labels and predicted classes are indices into the names of the classes, which are cut after 24 letters.
/// Where examples are "the first", they are the first validation examples.
/// </summary>
public abstract record FrameContent;
