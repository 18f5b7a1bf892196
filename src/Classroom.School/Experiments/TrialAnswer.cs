namespace Classroom.School.Experiments;

/// <summary>How one question of an experiment was answered.</summary>
/// <param name="Question">Its place among the experiment's questions, from 0.</param>
/// <param name="Tries">Answers up to the right one.</param>
public sealed record TrialAnswer(int Question, string FirstAnswer, bool FirstRight, bool Right, int Tries);
