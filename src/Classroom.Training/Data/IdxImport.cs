namespace Classroom.Training;

/// <summary>Reads pictures and labels in the IDX format of the MNIST family, gzipped or not.</summary>
public static class IdxImport
{
    /// <summary>
    /// Reads one file of pictures and one of labels, in either order, told apart by their first four bytes. Examples are
    /// shuffled (the same way each time) and the last fifth becomes the validation set.
    /// </summary>
    /// <param name="files">The files with the names that messages shall use; read once from where they stand, not disposed.</param>
    /// <param name="limits">What is too much; never more than this is held in memory.</param>
    public static ImportResult Read(IReadOnlyList<(string Name, Stream Content)> files, IdxLimits limits) =>
        throw new NotImplementedException();
}
