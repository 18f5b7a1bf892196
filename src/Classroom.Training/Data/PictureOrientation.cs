namespace Classroom.Training.Data;

/// <summary>How pictures lie in a file.</summary>
public enum PictureOrientation
{
    /// <summary>One row of pixels after the other, from top to bottom.</summary>
    AsStored,

    /// <summary>One column of pixels after the other, from left to right, as in EMNIST: rows and columns are exchanged.</summary>
    Transposed,
}
