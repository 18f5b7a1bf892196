namespace Classroom.School.Review;

/// <summary>What FSRS knows about one memory.</summary>
/// <param name="Stability">Days until the chance of recalling it has fallen from 100 % to 90 %; above 0.</param>
/// <param name="Difficulty">How hard it is to make it last longer, 1 to 10.</param>
public readonly record struct Memory(double Stability, double Difficulty);
