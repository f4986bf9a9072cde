-- Indexes on the engine's own tables, for engine ${engine}.
-- The engine makes and upgrades its tables after our own migrations, so these run after it, and again when its version changes.

-- what is due next; held and failed jobs, which stay due for long, are no part of it
create index if not exists forfall_job_due on public.act_ru_job (duedate_)
    where retries_ > 0 and suspension_state_ = 1;

-- which processes have a job under way, asked for by every acquisition
create index if not exists forfall_job_locked on public.act_ru_job (lock_exp_time_, process_instance_id_)
    where lock_owner_ is not null;

-- what has failed for good
create index if not exists forfall_job_failed on public.act_ru_job (duedate_) where retries_ = 0;

-- read whenever a person completes a step
create index if not exists forfall_task_parent on public.act_ru_task (parent_task_id_);

-- who waits for a message within one process; every waiting case has the same message name
create index if not exists forfall_event_process on public.act_ru_event_subscr (proc_inst_id_);
